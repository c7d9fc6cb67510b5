// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/project/annotation.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QList>

namespace gui {

class Session;

/// The instances of the current image that the filter shows, sorted by one column.
class AnnotationModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Number, Label, Score, Area, State, Source, Attributes, ColumnCount };

    explicit AnnotationModel(Session& session, QObject* parent = nullptr);
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

    core::AnnotationId idAt(int row) const;
    int rowOf(core::AnnotationId id) const { return int(m_ids.indexOf(id)); }
    const QList<core::AnnotationId>& ids() const { return m_ids; }
    int hiddenByFilter() const { return m_hidden; }

private:
    void follow();
    QList<core::AnnotationId> sorted();
    QString text(const core::Annotation& annotation, int column) const;

    Session& m_session;
    QList<core::AnnotationId> m_ids;
    QHash<core::AnnotationId, int> m_numbers; ///< in the order of making, from 1
    int m_hidden = 0;
    int m_column = Number;
    Qt::SortOrder m_order = Qt::AscendingOrder;
};

} // namespace gui
