// SPDX-License-Identifier: Apache-2.0
#include "gui/models/annotation_model.h"

#include "gui/icons.h"
#include "gui/session/filter.h"
#include "gui/session/selection.h"
#include "gui/session/session.h"

#include "core/project/project.h"

#include <QBrush>
#include <QColor>
#include <QDateTime>
#include <QFont>
#include <QGuiApplication>
#include <QLocale>
#include <QPalette>

#include <algorithm>
#include <tuple>
#include <vector>

namespace gui {
namespace {

QString stateText(const core::Fields& fields) {
    QStringList words;
    switch (fields.state) {
    case core::State::Auto:
        words << AnnotationModel::tr("auto");
        break;
    case core::State::Fixed:
        words << AnnotationModel::tr("corrected");
        break;
    case core::State::Rejected:
        words << AnnotationModel::tr("rejected");
        break;
    case core::State::Accepted:
        words << AnnotationModel::tr("accepted");
        break;
    }
    if (fields.locked) {
        words << AnnotationModel::tr("locked");
    }
    if (fields.hidden) {
        words << AnnotationModel::tr("hidden");
    }
    if (fields.crowd) {
        words << AnnotationModel::tr("crowd");
    }
    return words.join(QStringLiteral(", "));
}

QString sourceText(const core::Annotation& a) {
    switch (a.origin) {
    case core::Origin::Hand:
        return AnnotationModel::tr("hand");
    case core::Origin::Prompt:
        return a.source.isEmpty() ? AnnotationModel::tr("prompt") : a.source;
    case core::Origin::Run:
        return AnnotationModel::tr("run: %1").arg(a.source);
    case core::Origin::Import:
        return AnnotationModel::tr("import");
    }
    return {};
}

QString attributesText(const core::Annotation& a, const core::Label* label) {
    QStringList words;
    for (const core::Attribute& attribute : label ? label->attributes : QList<core::Attribute>()) {
        if (const QString value = a.fields.attributes.value(attribute.id); !value.isEmpty()) {
            words << QStringLiteral("%1: %2").arg(attribute.name, value);
        }
    }
    return words.join(QStringLiteral(", "));
}

/// What is told of one instance when the pointer rests on it.
QString tooltip(const core::Annotation& a, const core::Label* label) {
    const QLocale locale;
    QStringList lines{
        AnnotationModel::tr("%1, %2 pixels")
            .arg(label ? label->name : AnnotationModel::tr("no label"), locale.toString(a.mask.area()))};
    lines << (a.origin == core::Origin::Hand && a.source.isEmpty()
                  ? AnnotationModel::tr("made by hand")
                  : AnnotationModel::tr("found as “%1” %2").arg(a.source, a.model));
    if (a.fields.group.isValid()) {
        lines << AnnotationModel::tr("group %1").arg(a.fields.group.value);
    }
    if (a.effort.changed > 0) {
        lines << AnnotationModel::tr("changed %1")
                     .arg(locale.toString(QDateTime::fromMSecsSinceEpoch(a.effort.changed),
                                          QLocale::ShortFormat));
    }
    return lines.join(QLatin1Char('\n'));
}

/// What the pointer is on, here or on the canvas: a tint, and bold letters where colours don't tell.
QVariant hoverBrush() {
    QColor color = QGuiApplication::palette().color(QPalette::Highlight);
    color.setAlpha(50);
    return QBrush(color);
}
QVariant boldFont() {
    QFont font;
    font.setBold(true);
    return font;
}

/// Texts as they are compared, and numbers for the columns that hold numbers.
struct SortKey {
    double number = 0;
    QString text;
    core::AnnotationId id;
};

} // namespace

AnnotationModel::AnnotationModel(Session& session, QObject* parent)
    : QAbstractTableModel(parent), m_session(session) {
    connect(&session, &Session::imageChanged, this, &AnnotationModel::follow);
    connect(&session, &Session::projectChanged, this, &AnnotationModel::follow);
    connect(&session.filter(), &Filter::found, this, &AnnotationModel::follow);
    connect(&session, &Session::contentChanged, this, [this](const core::ChangeEvent& event) {
        if (event.labels || !event.image.isValid() || event.image == m_session.image()) {
            follow();
        }
    });
    connect(&session.selection(), &Selection::hoverChanged, this,
            [this](core::AnnotationId before, core::AnnotationId now) {
                for (const int row : {rowOf(before), rowOf(now)}) {
                    if (row >= 0) {
                        emit dataChanged(index(row, 0), index(row, ColumnCount - 1),
                                         {Qt::BackgroundRole, Qt::FontRole});
                    }
                }
            });
    follow();
}

QList<core::AnnotationId> AnnotationModel::sorted() {
    m_numbers.clear();
    m_hidden = 0;
    std::vector<SortKey> keys;
    if (m_session.project() != nullptr && m_session.image().isValid()) {
        const bool numeric = m_column == Number || m_column == Score || m_column == Area;
        for (const core::Annotation* a : m_session.project()->annotations(m_session.image())) {
            const double number = m_column == Score  ? double(a->score)
                                  : m_column == Area ? double(a->mask.area())
                                                     : 0;
            keys.push_back({number, numeric ? QString() : text(*a, m_column).toCaseFolded(), a->id});
        }
    }
    std::sort(keys.begin(), keys.end(), [](const SortKey& a, const SortKey& b) { return a.id < b.id; });
    for (const SortKey& key : keys) {
        m_numbers.insert(key.id, int(m_numbers.size()) + 1);
    }
    const auto before = [](const SortKey& a, const SortKey& b) {
        return std::tie(a.number, a.text, a.id) < std::tie(b.number, b.text, b.id);
    };
    std::sort(keys.begin(), keys.end(), before);
    if (m_order == Qt::DescendingOrder) {
        std::reverse(keys.begin(), keys.end());
    }
    QList<core::AnnotationId> ids;
    for (const SortKey& key : keys) {
        if (m_session.filter().shows(key.id)) {
            ids.append(key.id);
        }
    }
    m_hidden = int(keys.size()) - int(ids.size());
    return ids;
}

void AnnotationModel::follow() {
    const QList<core::AnnotationId> ids = sorted();
    // A stroke changes no rows: the view keeps its place and its selection.
    if (ids == m_ids) {
        if (!m_ids.isEmpty()) {
            emit dataChanged(index(0, 0), index(int(m_ids.size()) - 1, ColumnCount - 1));
        }
        return;
    }
    beginResetModel();
    m_ids = ids;
    endResetModel();
}

void AnnotationModel::sort(int column, Qt::SortOrder order) {
    m_column = std::max(column, 0);
    m_order = order;
    follow();
}

int AnnotationModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_ids.size());
}

int AnnotationModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

core::AnnotationId AnnotationModel::idAt(int row) const {
    return m_ids.value(row);
}

QString AnnotationModel::text(const core::Annotation& a, int column) const {
    const core::Label* label = m_session.project()->label(a.fields.label);
    switch (column) {
    case Number:
        return QString::number(m_numbers.value(a.id));
    case Label:
        return label ? label->name : tr("no label");
    case Score:
        return a.origin == core::Origin::Hand ? QString() : QString::number(double(a.score), 'f', 2);
    case Area:
        return QLocale().toString(a.mask.area());
    case State:
        return stateText(a.fields);
    case Source:
        return sourceText(a);
    case Attributes:
        return attributesText(a, label);
    default:
        return {};
    }
}

QVariant AnnotationModel::data(const QModelIndex& index, int role) const {
    const core::Project* project = m_session.project();
    const core::Annotation* a = project ? project->annotation(idAt(index.row())) : nullptr;
    if (a == nullptr) {
        return {};
    }
    const core::Label* label = project->label(a->fields.label);
    const bool hovered = m_session.selection().hovered() == a->id;
    switch (role) {
    case Qt::BackgroundRole:
        return hovered ? hoverBrush() : QVariant();
    case Qt::FontRole:
        return hovered && index.column() == Label ? boldFont() : QVariant();
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return text(*a, index.column());
    case Qt::ToolTipRole:
        return tooltip(*a, label);
    case Qt::DecorationRole:
        return index.column() == Label ? swatch(label ? label->color : QColor(Qt::gray)) : QVariant();
    case Qt::TextAlignmentRole:
        return index.column() == Score || index.column() == Area
                   ? QVariant(int(Qt::AlignRight | Qt::AlignVCenter))
                   : QVariant();
    default:
        return {};
    }
}

QVariant AnnotationModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case Number:
        return tr("#");
    case Label:
        return tr("Label");
    case Score:
        return tr("Score");
    case Area:
        return tr("Area");
    case State:
        return tr("State");
    case Source:
        return tr("Source");
    case Attributes:
        return tr("Attributes");
    default:
        return {};
    }
}

} // namespace gui
