// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/models/gallery_model.h"

#include "core/base/background.h"
#include "core/review/appearance.h"

#include <QHash>
#include <QObject>

#include <memory>
#include <optional>
#include <stop_token>

namespace gui {

class Session;

/// The instances of one label, of those that the window's filter finds, in an order; and what is done to many
/// of them at once. Found and measured off the UI thread.
class Gallery : public QObject {
    Q_OBJECT
public:
    enum class Order { Largest, Smallest, LeastScore, Odd };

    explicit Gallery(Session& session, QObject* parent = nullptr);
    ~Gallery() override;

    /// None: nothing is looked for.
    void show(std::optional<core::LabelId> label, Order order);
    Order order() const { return m_order; }
    const std::vector<GalleryItem>& items() const { return m_items; }
    /// Images whose pictures are still to be measured for Order::Odd.
    int unmeasured() const { return int(m_pending.size()); }

    /// Both as one step, in open images and others; locked instances are not deleted.
    void remove(const std::vector<GalleryItem>& items);
    void relabel(const std::vector<GalleryItem>& items, core::LabelId to);

signals:
    void changed(); ///< items() or unmeasured()

private:
    void ask();
    void take(std::vector<GalleryItem> items);
    void measureNext();
    void sort();
    void stop();

    Session& m_session;
    std::optional<core::LabelId> m_label;
    Order m_order = Order::Largest;
    std::vector<GalleryItem> m_items;
    QHash<core::AnnotationId, core::Appearance> m_looks;
    std::vector<core::AppearanceImage> m_pending;
    quint64 m_asked = 0;
    std::stop_source m_stop;
    std::unique_ptr<core::Background> m_background;
};

} // namespace gui
