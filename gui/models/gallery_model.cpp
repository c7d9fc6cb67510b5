// SPDX-License-Identifier: Apache-2.0
#include "gui/models/gallery_model.h"

#include "gui/models/crops.h"

#include <QGuiApplication>
#include <QLocale>
#include <QPixmap>

#include <utility>

namespace gui {

GalleryModel::GalleryModel(Crops& crops, QObject* parent) : QAbstractListModel(parent), m_crops(crops) {}

void GalleryModel::setItems(std::vector<GalleryItem> items, Caption caption) {
    if (items == m_items && caption == m_caption) {
        return; // what is chosen stays chosen
    }
    beginResetModel();
    m_items = std::move(items);
    m_caption = caption;
    endResetModel();
}

int GalleryModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_items.size());
}

QVariant GalleryModel::data(const QModelIndex& index, int role) const {
    if (index.row() < 0 || index.row() >= int(m_items.size())) {
        return {};
    }
    const GalleryItem& item = m_items[std::size_t(index.row())];
    const QLocale locale;
    switch (role) {
    case Qt::DisplayRole:
        return m_caption == Caption::Area    ? locale.toString(item.area)
               : m_caption == Caption::Score ? locale.toString(double(item.score), 'f', 2)
                                             : QString();
    case Qt::DecorationRole: {
        QImage crop = m_crops.of(item.instance, item.image, item.box, qGuiApp->devicePixelRatio());
        if (crop.isNull()) {
            crop = QImage(Crops::kSide, Crops::kSide, QImage::Format_ARGB32_Premultiplied);
            crop.fill(Qt::transparent);
        } else {
            crop.setDevicePixelRatio(double(crop.width()) / Crops::kSide);
        }
        return QPixmap::fromImage(crop);
    }
    case Qt::ToolTipRole:
        return tr("%1 pixels, score %2")
            .arg(locale.toString(item.area), locale.toString(double(item.score), 'f', 2));
    default:
        return {};
    }
}

} // namespace gui
