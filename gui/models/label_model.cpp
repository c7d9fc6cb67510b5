// SPDX-License-Identifier: Apache-2.0
#include "gui/models/label_model.h"

#include "gui/session/filter.h"
#include "gui/session/session.h"

#include "core/project/project.h"

#include <QLocale>
#include <QMimeData>

namespace gui {
namespace {

const auto kMime = QStringLiteral("application/x-maskwright-label");

} // namespace

LabelModel::LabelModel(Session& session, QObject* parent) : QAbstractListModel(parent), m_session(session) {
    const auto reset = [this] {
        beginResetModel();
        count();
        m_rows = m_session.project() ? int(m_session.project()->labels().size()) : 0;
        endResetModel();
    };
    const auto recount = [this] {
        count();
        if (m_rows > 0) {
            emit dataChanged(index(0), index(m_rows - 1));
        }
    };
    connect(&session, &Session::projectChanged, this, reset);
    connect(&session, &Session::imageChanged, this, recount);
    connect(&session, &Session::contentChanged, this,
            [reset, recount](const core::ChangeEvent& event) { event.labels ? reset() : recount(); });
    reset();
}

void LabelModel::count() {
    m_counts.clear();
    if (m_session.project() != nullptr) {
        for (const core::Annotation* a : m_session.project()->annotations(m_session.image())) {
            m_counts[a->fields.label] += a->fields.state != core::State::Rejected ? 1 : 0;
        }
    }
}

int LabelModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : m_rows;
}

const core::Label* LabelModel::at(int row) const {
    // Others may hear of a change of the labels before this model does.
    const core::Project* project = m_session.project();
    return project && row >= 0 && row < project->labels().size() ? &project->labels()[row] : nullptr;
}

core::LabelId LabelModel::labelAt(int row) const {
    const core::Label* label = at(row);
    return label ? label->id : core::LabelId{};
}

int LabelModel::rowOf(core::LabelId label) const {
    for (int row = 0; row < m_rows; ++row) {
        if (labelAt(row) == label) {
            return row;
        }
    }
    return -1;
}

QVariant LabelModel::data(const QModelIndex& index, int role) const {
    const core::Label* known = at(index.row());
    if (known == nullptr) {
        return {};
    }
    const core::Label& label = *known;
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return label.name;
    case Qt::ToolTipRole:
        return tr("%1\nAsked for as: %2\nIn the whole project: %3 instances")
            .arg(label.name, label.asked().join(QStringLiteral(", ")),
                 QLocale().toString(m_session.filter().use(label.id).instances));
    case ColorRole:
        return label.color;
    case CountRole:
        return m_counts.value(label.id);
    case DigitRole:
        return index.row() < 10 ? QString::number((index.row() + 1) % 10) : QString();
    default:
        return {};
    }
}

bool LabelModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    const QString name = value.toString().simplified();
    if (role != Qt::EditRole || at(index.row()) == nullptr || name.isEmpty()) {
        return false;
    }
    const core::Label before = *at(index.row());
    const core::Label* other = m_session.project()->labelByName(name);
    if (other != nullptr && other->id != before.id) {
        m_session.report(tr("There already is a label “%1”. Names must differ.").arg(other->name));
        return false;
    }
    core::Label after = before;
    after.name = name;
    if (!(after == before)) {
        m_session.commit(edits::setLabel(before, after));
    }
    return true;
}

Qt::ItemFlags LabelModel::flags(const QModelIndex& index) const {
    // Dropping happens between rows, never on one.
    return index.isValid() ? QAbstractListModel::flags(index) | Qt::ItemIsEditable | Qt::ItemIsDragEnabled
                           : Qt::ItemIsDropEnabled;
}

QStringList LabelModel::mimeTypes() const {
    return {kMime};
}

QMimeData* LabelModel::mimeData(const QModelIndexList& indexes) const {
    auto* data = new QMimeData;
    data->setData(kMime, QByteArray::number(indexes.isEmpty() ? 0 : labelAt(indexes.first().row()).value));
    return data;
}

bool LabelModel::dropMimeData(const QMimeData* data, Qt::DropAction action, int row, int /*column*/,
                              const QModelIndex& parent) {
    if (action != Qt::MoveAction || !data->hasFormat(kMime) || m_session.project() == nullptr) {
        return false;
    }
    const core::LabelId label{data->data(kMime).toLongLong()};
    const int to = row >= 0 ? row : parent.isValid() ? parent.row() : m_rows;
    const int from = rowOf(label);
    m_session.commit(edits::reorderLabel(*m_session.project(), label, to > from ? to - 1 : to));
    // The rows have moved already; the view must not remove any.
    return false;
}

} // namespace gui
