// SPDX-License-Identifier: Apache-2.0
#include "gui/models/review_model.h"

#include "gui/session/review.h"
#include "gui/session/session.h"

#include "core/project/project.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace gui {
namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("reasons", text);
}

QString percent(double share) {
    return QString::number(int(std::lround(100 * share)));
}

} // namespace

QString sentence(const core::Reason& reason) {
    const double figure = reason.figure;
    switch (reason.doubt) {
    case core::Doubt::LowScore:
        return tr("low score");
    case core::Doubt::Size:
        return figure > 1 ? tr("%1 times as large as usual").arg(QLocale().toString(figure, 'f', 1))
                          : tr("only %1 % of the usual size").arg(percent(figure));
    case core::Doubt::Shape:
        return tr("unusual shape for its label");
    case core::Doubt::Ragged:
        return tr("ragged outline");
    case core::Doubt::Parts:
        return tr("in %1 parts").arg(int(figure));
    case core::Doubt::Holes:
        return tr("holes: %1").arg(int(figure));
    case core::Doubt::Edges:
        return tr("no edge in the picture along %1 % of the outline").arg(percent(figure));
    case core::Doubt::Overlap:
        return tr("shares %1 % with another label").arg(percent(figure));
    case core::Doubt::Duplicate:
        return tr("%1 % the same as another instance").arg(percent(figure));
    case core::Doubt::Border:
        return tr("at the border of the picture, and odd");
    case core::Doubt::Rare:
        return tr("only %1 of this label").arg(int(figure));
    case core::Doubt::Runs:
        return figure > 0 ? tr("only %1 % the same in the compared data").arg(percent(figure))
                          : tr("missing in the compared data");
    }
    return {};
}

ReviewModel::ReviewModel(Session& session, QObject* parent) : QAbstractListModel(parent), m_session(session) {
    Review& review = session.review();
    connect(&review, &Review::queueChanged, this, [this, &review] {
        beginResetModel();
        m_rows = int(review.queue().size());
        endResetModel();
    });
    connect(&review, &Review::itemChanged, this, [this](int place) {
        if (place >= 0 && place < m_rows) {
            emit dataChanged(index(place), index(place));
        }
    });
}

int ReviewModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : m_rows;
}

QVariant ReviewModel::data(const QModelIndex& index, int role) const {
    const Review& review = m_session.review();
    if (index.row() < 0 || index.row() >= int(review.queue().size())) {
        return {};
    }
    const core::RiskItem& item = review.queue()[std::size_t(index.row())];
    const core::Annotation* now = m_session.project()->annotation(item.instance);
    const core::Label* label = m_session.project()->label(now != nullptr ? now->fields.label : item.label);
    switch (role) {
    case Qt::DisplayRole:
    case LabelRole:
        return label != nullptr ? label->name : QString();
    case ColorRole:
        return label != nullptr ? label->color : QColor(Qt::gray);
    case ScoreRole:
        return QLocale().toString(double(item.score), 'f', 2);
    case ReasonRole:
        return item.reasons.empty() ? tr("looks like the others") : sentence(item.reasons.front());
    case Qt::ToolTipRole: {
        QStringList all;
        for (const core::Reason& reason : item.reasons) {
            all.append(sentence(reason));
        }
        return all.join(QLatin1Char('\n'));
    }
    case DecidedRole:
        return review.isDecided(index.row());
    case PlaceRole:
        return index.row();
    default:
        return {};
    }
}

} // namespace gui
