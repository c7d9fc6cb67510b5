// SPDX-License-Identifier: Apache-2.0
#include "tests/support/core/temp_project.h"

#include "core/project/history.h"

#include <gtest/gtest.h>

namespace core {

ProjectState stateOf(const Project& project) {
    ProjectState state{project.labels(), project.images(), {}};
    for (const ImageInfo& image : project.images()) {
        const QList<const Annotation*> annotations = project.annotations(image.id);
        for (const Annotation* annotation : annotations)
            state.annotations.push_back(*annotation);
    }
    return state;
}

ProjectState stateOf(OpenProject& project) {
    const QList<ImageInfo> images = project.project().images();
    for (const ImageInfo& image : images) {
        const Status loaded = project.loadImage(image.id);
        EXPECT_TRUE(loaded) << loaded.error().message;
    }
    return stateOf(project.project());
}

TempProject::TempProject() {
    Result<std::unique_ptr<OpenProject>> created = OpenProject::create(file());
    EXPECT_TRUE(created) << created.error().message;
    if (created)
        m_open = std::move(*created);
}

void TempProject::reopen() {
    close();
    Result<std::unique_ptr<OpenProject>> opened = OpenProject::open(file());
    ASSERT_TRUE(opened) << opened.error().message;
    m_open = std::move(*opened);
}

AnnotationId TempProject::addSquare() {
    m_open->addImages({m_folder.filePath(QStringLiteral("a.png"))});
    const ImageId image = m_open->project().images().constLast().id;
    EXPECT_TRUE(m_open->loadImage(image));
    Annotation annotation;
    annotation.id = m_open->project().newAnnotationId();
    annotation.image = image;
    annotation.mask = Mask::fromRect({5, 5, 10, 10});
    m_open->history().commit({{}, image, QStringLiteral("Square"), {AddAnnotation{annotation}}});
    return annotation.id;
}

} // namespace core
