// SPDX-License-Identifier: Apache-2.0
#include "tests/support/core/random_edits.h"

#include "core/project/image_tags.h"

#include <algorithm>

namespace core {

QString RandomEdits::text() {
    static const QStringList texts{QString(), QStringLiteral("car"), QStringLiteral("Straßenschild"),
                                   QStringLiteral("人"), QStringLiteral("a \"quoted\", 'b'; --")};
    return texts.at(number(static_cast<int>(texts.size())));
}

Mask RandomEdits::mask() {
    std::vector<Mask::Span> spans;
    const int count = number(12);
    for (int i = 0; i < count; ++i) {
        const int x = number(300) - 20;
        spans.push_back({number(40) - 5, x, x + 1 + number(60)});
    }
    return Mask::fromSpans(std::move(spans));
}

Fields RandomEdits::fields(const Project& project) {
    Fields fields;
    if (!project.labels().isEmpty())
        fields.label = project.labels().at(number(static_cast<int>(project.labels().size()))).id;
    fields.state = static_cast<State>(number(4));
    fields.z = number(9) - 4;
    fields.locked = number(2) != 0;
    fields.hidden = number(2) != 0;
    fields.crowd = number(4) == 0;
    fields.group = {number(3)};
    for (int i = number(3); i > 0; --i)
        fields.attributes.insert({number(9) + 1}, text());
    return fields;
}

Annotation RandomEdits::annotation(Project& project, ImageId image) {
    Annotation made;
    made.id = project.newAnnotationId();
    made.image = image;
    made.fields = fields(project);
    made.origin = static_cast<Origin>(number(4));
    made.score = static_cast<float>(number(1000)) / 999;
    made.source = text();
    made.mask = mask();
    made.touched = mask();
    made.model = text();
    made.created = number(1000);
    made.effort = effort();
    return made;
}

Effort RandomEdits::effort() {
    return {number(1000), number(1000), number(10)};
}

Edit RandomEdits::labelEdit(Project& project) {
    const QList<Label>& labels = project.labels();
    if (labels.isEmpty() || number(2) == 0) {
        const Label made{project.newLabelId(), text() + QString::number(number(999)),
                         QColor(number(256), number(256), number(256)),
                         QStringList{text() + QLatin1Char('p')}, number(20)};
        return {{}, {}, QStringLiteral("Add label"), {SetLabel{std::nullopt, made}}};
    }
    const Label before = labels.at(number(static_cast<int>(labels.size())));
    if (number(3) == 0)
        return {{}, {}, QStringLiteral("Remove label"), {SetLabel{before, std::nullopt}}};
    Label after = before;
    after.name = text();
    after.order = number(20);
    after.phrases.append(text() + QLatin1Char('q'));
    after.threshold = number(2) == 0 ? std::nullopt : std::optional(static_cast<float>(number(100)) / 100);
    after.attributes.append(
        {project.newAttributeId(), text(), static_cast<AttributeType>(number(4)), {text()}});
    return {{}, {}, QStringLiteral("Rename label"), {SetLabel{before, after}}};
}

Edit RandomEdits::imageEdit(Project& project) {
    const QList<ImageInfo>& images = project.images();
    if (images.isEmpty() || number(3) == 0) {
        const ImageInfo made{project.newImageId(), text() + QString::number(number(9999)),
                             QSize(number(99), 7), QByteArray("\0\xff", 2), false};
        return {{}, {}, QStringLiteral("Add image"), {SetImage{std::nullopt, made}}};
    }
    const ImageInfo before = images.at(number(static_cast<int>(images.size())));
    if (m_images == Images::MayBeRemoved && images.size() > 2 && number(4) == 0)
        return {{}, {}, QStringLiteral("Remove image"), {SetImage{before, std::nullopt}}};
    ImageInfo after = before;
    after.reviewed = !after.reviewed;
    after.tags = imageTags(after.tags << text());
    return {{}, before.id, QStringLiteral("Reviewed"), {SetImage{before, after}}};
}

Edit RandomEdits::moveLabel(const QList<const Annotation*>& known, LabelId to) {
    const LabelId from = known.first()->fields.label;
    MoveLabel move{from, to, {}};
    for (const Annotation* annotation : known)
        if (annotation->fields.label == from)
            move.ids.push_back(annotation->id);
    std::sort(move.ids.begin(), move.ids.end());
    return {{}, {}, QStringLiteral("Move label"), {move}};
}

Edit RandomEdits::annotationEdit(Project& project, ImageId image) {
    const QList<const Annotation*> known = project.annotations(image);
    const int choice = known.isEmpty() ? 0 : number(8);
    if (choice == 0) {
        Edit edit{{}, image, QStringLiteral("Add"), {}};
        const int count = 1 + number(3);
        for (int i = 0; i < count; ++i)
            edit.changes.emplace_back(AddAnnotation{annotation(project, image)});
        return edit;
    }
    const Annotation& target = *known.at(number(static_cast<int>(known.size())));
    if (choice == 1)
        return {{}, image, QStringLiteral("Delete"), {RemoveAnnotation{target}}};
    const SetFields set{target.id, target.fields, fields(project)};
    if (choice == 2)
        return {{}, image, QStringLiteral("Change"), {set}};
    if (choice == 3)
        return {{}, image, QStringLiteral("Work"), {SetEffort{target.id, target.effort, effort()}}};
    if (choice == 4)
        return moveLabel(known, fields(project).label);
    return {{},
            image,
            QStringLiteral("Brush stroke"),
            {PaintMask{target.id, MaskDelta(mask()), MaskDelta(mask())}, set}};
}

Edit RandomEdits::next(Project& project) {
    const int choice = number(10);
    if (choice == 0)
        return labelEdit(project);
    QList<ImageId> loaded;
    for (const ImageInfo& image : project.images())
        if (project.isLoaded(image.id))
            loaded.append(image.id);
    if (choice == 1 || loaded.isEmpty())
        return imageEdit(project);
    return annotationEdit(project, loaded.at(number(static_cast<int>(loaded.size()))));
}

} // namespace core
