// SPDX-License-Identifier: Apache-2.0
#include "gui/models/image_model.h"

#include "gui/session/session.h"

#include "core/project/project.h"

#include <QFileInfo>

namespace gui {

ImageModel::ImageModel(Session& session, QObject* parent) : QAbstractListModel(parent), m_session(session) {
    connect(&session, &Session::projectChanged, this, &ImageModel::reset);
    connect(&session, &Session::contentChanged, this, [this](const core::ChangeEvent& event) {
        if (event.images && m_session.project()->images().size() != m_rows) {
            reset();
        }
        const int row = m_session.project()->imageIndex(event.image);
        if (row >= 0 && row < m_rows) {
            emit dataChanged(index(row), index(row));
        }
    });
    reset();
}

void ImageModel::reset() {
    beginResetModel();
    m_rows = m_session.project() ? int(m_session.project()->images().size()) : 0;
    endResetModel();
}

int ImageModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : m_rows;
}

core::ImageId ImageModel::idAt(int row) const {
    const core::Project* project = m_session.project();
    return project && row >= 0 && row < project->images().size() ? project->images()[row].id
                                                                 : core::ImageId{};
}

QVariant ImageModel::data(const QModelIndex& index, int role) const {
    if (!idAt(index.row()).isValid()) {
        return {};
    }
    const core::ImageInfo& image = m_session.project()->images()[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return QFileInfo(image.path).fileName();
    case Qt::ToolTipRole:
    case PathRole:
        return m_session.openProject()->absolutePath(image.id);
    case ImageRole:
        return QVariant::fromValue(image.id);
    case CountRole:
        // Known for the images that were visited; the others stay without a badge.
        return m_session.project()->isLoaded(image.id)
                   ? int(m_session.project()->annotations(image.id).size())
                   : 0;
    default:
        return {};
    }
}

} // namespace gui
