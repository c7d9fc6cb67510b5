// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/review/risk.h"

#include <QAbstractListModel>

namespace gui {

class Session;

/// Why an instance should be looked at, as a short sentence without a full stop.
QString sentence(const core::Reason& reason);

/// The review queue.
class ReviewModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { LabelRole = Qt::UserRole, ColorRole, ScoreRole, ReasonRole, DecidedRole, PlaceRole };

    explicit ReviewModel(Session& session, QObject* parent = nullptr);
    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    Session& m_session;
    int m_rows = 0;
};

} // namespace gui
