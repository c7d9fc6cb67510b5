// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/project/annotation.h"

#include <QAbstractListModel>

#include <vector>

namespace gui {

class Session;

/// The images that the filter shows, in the order of the project.
class ImageModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { PathRole = Qt::UserRole, ImageRole, CountRole, OpenRole, ReviewedRole, TagsRole };

    explicit ImageModel(Session& session, QObject* parent = nullptr);
    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    core::ImageId idAt(int row) const;
    int rowOf(core::ImageId image) const; ///< -1 if the filter hides it

private:
    void reset();
    void follow();

    Session& m_session;
    std::vector<core::ImageId> m_shown; ///< ascending; unused while everything is shown
    bool m_all = true;
    int m_rows = 0;
};

} // namespace gui
