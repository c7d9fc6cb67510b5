// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/project/annotation.h"

#include <QAbstractListModel>
#include <QRect>

#include <vector>

namespace gui {

class Crops;

/// One instance of the gallery, as the index knows it.
struct GalleryItem {
    core::AnnotationId instance;
    core::ImageId image;
    QRect box;
    qint64 area = 0;
    float score = 1;
    bool operator==(const GalleryItem&) const = default;
};

/// The instances of one label as crops, in an order that somebody else decides.
class GalleryModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum class Caption { Area, Score, None };

    GalleryModel(Crops& crops, QObject* parent = nullptr);
    void setItems(std::vector<GalleryItem> items, Caption caption);
    const std::vector<GalleryItem>& items() const { return m_items; }
    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    Crops& m_crops;
    std::vector<GalleryItem> m_items;
    Caption m_caption = Caption::Area;
};

} // namespace gui
