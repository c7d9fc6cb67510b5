// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/project/annotation.h"

#include <QAbstractListModel>
#include <QList>

namespace gui {

class Session;

/// The instances of the current image, in the order of their ids.
class AnnotationModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { ColorRole = Qt::UserRole, DetailRole, NumberRole };

    explicit AnnotationModel(Session& session, QObject* parent = nullptr);
    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

    core::AnnotationId idAt(int row) const;
    int rowOf(core::AnnotationId id) const { return int(m_ids.indexOf(id)); }
    const QList<core::AnnotationId>& ids() const { return m_ids; }

private:
    void follow();

    Session& m_session;
    QList<core::AnnotationId> m_ids;
};

} // namespace gui
