// SPDX-License-Identifier: Apache-2.0
#include "gui/models/image_model.h"

#include "gui/session/filter.h"
#include "gui/session/session.h"

#include "core/project/project.h"

#include <QFileInfo>

#include <algorithm>

namespace gui {

ImageModel::ImageModel(Session& session, QObject* parent) : QAbstractListModel(parent), m_session(session) {
    connect(&session, &Session::projectChanged, this, &ImageModel::reset);
    connect(&session.filter(), &Filter::found, this, &ImageModel::follow);
    connect(&session, &Session::contentChanged, this, [this](const core::ChangeEvent& event) {
        if (event.images) {
            follow();
        }
        if (const int row = rowOf(event.image); row >= 0) {
            emit dataChanged(index(row), index(row));
        }
    });
    reset();
}

/// A filter that finds the same again moves nothing: the view keeps its place.
void ImageModel::follow() {
    const Filter& filter = m_session.filter();
    const int images = m_session.project() ? int(m_session.project()->images().size()) : 0;
    const bool same = m_all ? !filter.isActive() && images == m_rows
                            : filter.isActive() && filter.matches().images == m_shown;
    if (!same) {
        reset();
    } else if (m_rows > 0) {
        emit dataChanged(index(0), index(m_rows - 1));
    }
}

void ImageModel::reset() {
    beginResetModel();
    const Filter& filter = m_session.filter();
    m_all = !filter.isActive();
    m_shown = filter.matches().images;
    const int images = m_session.project() ? int(m_session.project()->images().size()) : 0;
    m_rows = m_all ? images : int(m_shown.size());
    endResetModel();
}

int ImageModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : m_rows;
}

core::ImageId ImageModel::idAt(int row) const {
    const core::Project* project = m_session.project();
    if (project == nullptr || row < 0 || row >= m_rows) {
        return {};
    }
    if (!m_all) {
        return m_shown[std::size_t(row)];
    }
    // Others may hear of a change of the images before this model does.
    return row < project->images().size() ? project->images()[row].id : core::ImageId{};
}

int ImageModel::rowOf(core::ImageId image) const {
    if (m_all) {
        const int row = m_session.project() ? m_session.project()->imageIndex(image) : -1;
        return row < m_rows ? row : -1;
    }
    const auto found = std::lower_bound(m_shown.begin(), m_shown.end(), image);
    return found != m_shown.end() && *found == image ? int(found - m_shown.begin()) : -1;
}

QVariant ImageModel::data(const QModelIndex& index, int role) const {
    const core::Project* project = m_session.project();
    const core::ImageInfo* image = project ? project->image(idAt(index.row())) : nullptr;
    if (image == nullptr) {
        return {};
    }
    switch (role) {
    case Qt::DisplayRole:
        return QFileInfo(image->path).fileName();
    case Qt::ToolTipRole: {
        const QString path = m_session.openProject()->absolutePath(image->id);
        return image->tags.isEmpty() ? path
                                     : path + QLatin1Char('\n') + image->tags.join(QStringLiteral(", "));
    }
    case PathRole:
        return m_session.openProject()->absolutePath(image->id);
    case ImageRole:
        return QVariant::fromValue(image->id);
    case CountRole:
        // Loaded images are known to the last stroke, the others from the file.
        return project->isLoaded(image->id) ? int(project->annotations(image->id).size())
                                            : m_session.filter().badge(image->id).instances;
    case OpenRole:
        return m_session.filter().badge(image->id).open;
    case ReviewedRole:
        return image->reviewed;
    case TagsRole:
        return image->tags;
    default:
        return {};
    }
}

} // namespace gui
