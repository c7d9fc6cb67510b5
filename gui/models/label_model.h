// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/project/annotation.h"

#include <QAbstractListModel>
#include <QHash>

namespace gui {

class Session;

/// The labels of the project with how many instances of each the current image has. Dragging a row sorts.
class LabelModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { ColorRole = Qt::UserRole, CountRole, DigitRole };

    explicit LabelModel(Session& session, QObject* parent = nullptr);
    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    /// Renames; an edit like any other.
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    QStringList mimeTypes() const override;
    QMimeData* mimeData(const QModelIndexList& indexes) const override;
    bool dropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column,
                      const QModelIndex& parent) override;

    core::LabelId labelAt(int row) const;
    int rowOf(core::LabelId label) const;

private:
    const core::Label* at(int row) const;
    void count();

    Session& m_session;
    QHash<core::LabelId, int> m_counts;
    int m_rows = 0;
};

} // namespace gui
