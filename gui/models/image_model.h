// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/project/annotation.h"

#include <QAbstractListModel>

namespace gui {

class Session;

/// The images of the project, in their order.
class ImageModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { PathRole = Qt::UserRole, ImageRole, CountRole };

    explicit ImageModel(Session& session, QObject* parent = nullptr);
    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    core::ImageId idAt(int row) const;

private:
    void reset();

    Session& m_session;
    int m_rows = 0;
};

} // namespace gui
