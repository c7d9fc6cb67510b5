// SPDX-License-Identifier: Apache-2.0
#include "bench/big_project.h"

#include "core/project/attribute.h"
#include "core/store/edit_writer.h"
#include "core/store/project_store.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QPainter>

#include <cmath>
#include <cstdio>
#include <random>

namespace {

constexpr int kLabels = 40;
constexpr int kPictures = 50;
constexpr int kImagesAtOnce = 500;

core::Mask ellipse(int width, int height) {
    std::vector<core::Mask::Span> spans;
    for (int y = 0; y < height; ++y) {
        const double t = (y + 0.5) / height * 2 - 1;
        const int half = int(std::sqrt(1 - t * t) * width / 2);
        spans.push_back({y, width / 2 - half, width / 2 + half + 1});
    }
    return core::Mask::fromSpans(std::move(spans));
}

/// Few shapes, moved about: making them must not be what is measured.
std::vector<core::Mask> shapes(std::mt19937& random) {
    std::vector<core::Mask> result;
    for (int i = 0; i < 300; ++i) {
        const int width = 8 + int(random() % 120);
        const int height = 8 + int(random() % 60);
        core::Mask mask = ellipse(width, height);
        if (i % 7 == 0)
            mask = mask.subtracted(core::Mask::fromRect({width / 2 - 2, height / 2 - 2, 3, 3}));
        if (i % 11 == 0)
            mask = mask.united(ellipse(10, 8).translated({width + 4, 0}));
        result.push_back(std::move(mask));
    }
    return result;
}

class Maker {
public:
    Maker(core::EditWriter writer, QSize size)
        : m_writer(std::move(writer)), m_size(size), m_shapes(shapes(m_random)) {}

    core::Status labels() {
        core::Edit edit;
        for (int i = 0; i < kLabels; ++i) {
            core::Label label{
                {++m_lastId}, QStringLiteral("class %1").arg(i), QColor::fromHsv(i * 9, 200, 230), {}, i};
            label.attributes = {{{++m_lastId}, QStringLiteral("broken"), core::AttributeType::Bool}};
            m_labels.push_back(label);
            edit.changes.emplace_back(core::SetLabel{{}, label});
        }
        return write(edit);
    }

    core::Status images(int count, int instances) {
        core::Edit edit;
        for (int i = 0; i < count; ++i) {
            const QString path = QStringLiteral("pictures/p%1.jpg").arg(m_images++ % kPictures);
            const core::ImageInfo image{{++m_lastId}, path, m_size, {}, random(5) == 0};
            edit.changes.emplace_back(core::SetImage{{}, image});
            for (int k = 0; k < instances; ++k)
                edit.changes.emplace_back(core::AddAnnotation{instance(image.id)});
        }
        return write(edit);
    }

private:
    int random(int below) { return int(m_random() % unsigned(below)); }

    core::Annotation instance(core::ImageId image) {
        core::Annotation made;
        made.id = {++m_lastId};
        made.image = image;
        // Few labels are frequent, as in life.
        const core::Label& label = m_labels[std::size_t(random(kLabels) * random(kLabels) / kLabels)];
        made.fields.label = label.id;
        made.fields.state = core::State(random(3));
        made.origin = random(3) == 0 ? core::Origin::Hand : core::Origin::Run;
        made.score = made.origin == core::Origin::Hand ? 1.0F : float(random(1000)) / 1000;
        made.source = made.origin == core::Origin::Hand ? QString() : label.name;
        made.model = made.origin == core::Origin::Hand ? QString() : QStringLiteral("pocket");
        made.created = 1'760'000'000'000 + random(1'000'000);
        made.effort = {made.created, random(30'000), random(8)};
        if (random(10) == 0)
            made.fields.attributes = {{label.attributes[0].id, core::attributeYes()}};
        const core::Mask& shape = m_shapes[std::size_t(random(int(m_shapes.size())))];
        made.mask = shape.translated({random(m_size.width() - 140), random(m_size.height() - 70)});
        return made;
    }

    core::Status write(const core::Edit& edit) {
        const core::StoreOp op{core::StoreOp::Kind::Note, edit, ++m_revision};
        return m_writer.write({&op});
    }

    core::EditWriter m_writer;
    QSize m_size;
    std::mt19937 m_random{1};
    std::vector<core::Mask> m_shapes;
    std::vector<core::Label> m_labels;
    qint64 m_lastId = 0;
    qint64 m_revision = 0;
    int m_images = 0;
};

void makePictures(const QString& folder, QSize size) {
    QDir().mkpath(folder);
    for (int i = 0; i < kPictures; ++i) {
        QImage picture(size, QImage::Format_RGB32);
        picture.fill(QColor::fromHsv(i * 7, 90, 180));
        QPainter painter(&picture);
        painter.setFont(QFont(QStringLiteral("DejaVu Sans"), size.height() / 5));
        painter.drawText(picture.rect(), Qt::AlignCenter, QString::number(i));
        painter.end();
        picture.save(QStringLiteral("%1/p%2.jpg").arg(folder).arg(i), "JPG", 85);
    }
}

core::Status fill(const QString& file, int images, int instances, QSize size) {
    RETURN_IF_ERROR(core::ProjectStore::create(file));
    ASSIGN_OR_RETURN(core::ProjectStore store,
                     core::ProjectStore::open(file, core::ProjectStore::Mode::ReadWrite));
    ASSIGN_OR_RETURN(core::EditWriter writer,
                     core::EditWriter::open(std::move(store).takeDatabase(), qint64(1) << 20));
    Maker maker(std::move(writer), size);
    RETURN_IF_ERROR(maker.labels());
    for (int done = 0; done < images; done += kImagesAtOnce)
        RETURN_IF_ERROR(maker.images(std::min(kImagesAtOnce, images - done), instances));
    return {};
}

} // namespace

core::Result<QString> makeBigProject(const QString& folder, int images, int instances, QSize size) {
    const QDir place(folder);
    const QString file = place.filePath(QStringLiteral("big-%1-%2.maskwright").arg(images).arg(instances));
    if (QFile::exists(file))
        return file;
    makePictures(place.filePath(QStringLiteral("pictures")), size);
    const QString growing = file + QStringLiteral(".part");
    QFile::remove(growing);
    RETURN_IF_ERROR(fill(growing, images, instances, size));
    QFile::rename(growing, file);
    return file;
}
