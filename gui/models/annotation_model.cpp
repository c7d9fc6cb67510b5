// SPDX-License-Identifier: Apache-2.0
#include "gui/models/annotation_model.h"

#include "gui/session/session.h"

#include "core/project/project.h"

#include <QColor>
#include <QLocale>

#include <algorithm>

namespace gui {
namespace {

QString detail(const core::Annotation& a) {
    QString text = a.origin == core::Origin::Hand ? QString() : QString::number(double(a.score), 'f', 2);
    const auto add = [&text](const QString& word) {
        text += (text.isEmpty() ? QString() : QStringLiteral("  ")) + word;
    };
    switch (a.fields.state) {
    case core::State::Auto:
        add(AnnotationModel::tr("auto"));
        break;
    case core::State::Fixed:
        add(AnnotationModel::tr("corrected"));
        break;
    case core::State::Rejected:
        add(AnnotationModel::tr("rejected"));
        break;
    case core::State::Accepted:
        break;
    }
    if (a.fields.locked) {
        add(AnnotationModel::tr("locked"));
    }
    if (a.fields.hidden) {
        add(AnnotationModel::tr("hidden"));
    }
    return text;
}

} // namespace

AnnotationModel::AnnotationModel(Session& session, QObject* parent)
    : QAbstractListModel(parent), m_session(session) {
    connect(&session, &Session::imageChanged, this, &AnnotationModel::follow);
    connect(&session, &Session::projectChanged, this, &AnnotationModel::follow);
    connect(&session, &Session::contentChanged, this, [this](const core::ChangeEvent& event) {
        if (event.labels || !event.image.isValid() || event.image == m_session.image()) {
            follow();
        }
    });
    follow();
}

void AnnotationModel::follow() {
    QList<core::AnnotationId> ids;
    if (m_session.project() != nullptr && m_session.image().isValid()) {
        for (const core::Annotation* a : m_session.project()->annotations(m_session.image())) {
            ids.append(a->id);
        }
    }
    std::sort(ids.begin(), ids.end());
    // A stroke changes no rows: the view keeps its place and its selection.
    if (ids == m_ids) {
        if (!m_ids.isEmpty()) {
            emit dataChanged(index(0), index(int(m_ids.size()) - 1));
        }
        return;
    }
    beginResetModel();
    m_ids = ids;
    endResetModel();
}

int AnnotationModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_ids.size());
}

core::AnnotationId AnnotationModel::idAt(int row) const {
    return m_ids.value(row);
}

QVariant AnnotationModel::data(const QModelIndex& index, int role) const {
    const core::Project* project = m_session.project();
    const core::Annotation* a = project ? project->annotation(idAt(index.row())) : nullptr;
    if (a == nullptr) {
        return {};
    }
    const core::Label* label = project->label(a->fields.label);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return label ? label->name : tr("no label");
    case Qt::ToolTipRole:
        return tr("%1, %2 pixels\n%3")
            .arg(label ? label->name : tr("no label"), QLocale().toString(a->mask.area()),
                 a->source.isEmpty() ? tr("made by hand") : tr("found as “%1”").arg(a->source));
    case ColorRole:
        return label ? label->color : QColor(Qt::gray);
    case DetailRole:
        return detail(*a);
    case NumberRole:
        return QString::number(index.row() + 1);
    default:
        return {};
    }
}

} // namespace gui
