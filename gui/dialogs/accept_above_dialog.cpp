// SPDX-License-Identifier: Apache-2.0
#include "gui/dialogs/accept_above_dialog.h"

#include "gui/models/crops.h"
#include "gui/session/filter.h"
#include "gui/session/session.h"
#include "gui/theme.h"

#include "core/project/project.h"

#include <QBoxLayout>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QPointer>
#include <QPushButton>

#include <algorithm>

namespace gui {
namespace {

constexpr int kColumns = 6;
constexpr double kFirst = 0.8;

} // namespace

AcceptAboveDialog::AcceptAboveDialog(Session& session, QWidget* parent)
    : QDialog(parent), m_session(session), m_crops(new Crops(session, this)),
      m_threshold(new QDoubleSpinBox(this)), m_count(new QLabel(this)) {
    setObjectName(QStringLiteral("acceptAbove"));
    setWindowTitle(tr("Accept above a score"));
    m_threshold->setRange(0, 1);
    m_threshold->setSingleStep(0.05);
    m_threshold->setDecimals(2);
    m_threshold->setValue(kFirst);
    auto* form = new QFormLayout;
    form->addRow(tr("Score of at least"), m_threshold);
    form->addRow(m_count);
    auto* heading = new QLabel(tr("These would just pass:"), this);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_accept = buttons->addButton(tr("Accept all of them"), QDialogButtonBox::AcceptRole);
    m_accept->setDefault(true);
    auto* column = new QVBoxLayout(this);
    column->addLayout(form);
    column->addWidget(heading);
    column->addWidget(buildSample());
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_threshold, &QDoubleSpinBox::valueChanged, this, &AcceptAboveDialog::showCount);
    connect(m_crops, &Crops::ready, this, &AcceptAboveDialog::updateCrops);
    showCount();
    ask();
}

std::vector<core::AnnotationId> AcceptAboveDialog::chosen() const {
    std::vector<core::AnnotationId> ids;
    for (auto at = firstPassing(); at != m_waiting.end(); ++at) {
        ids.push_back(at->instance);
    }
    std::sort(ids.begin(), ids.end());
    return ids;
}

QWidget* AcceptAboveDialog::buildSample() {
    auto* box = new QWidget(this);
    auto* grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    for (int i = 0; i < kSample; ++i) {
        Cell cell{new QLabel(box), new QLabel(box)};
        cell.crop->setFixedSize(Crops::kSide, Crops::kSide);
        cell.crop->setAutoFillBackground(true);
        cell.crop->setBackgroundRole(QPalette::AlternateBase);
        cell.text->setAlignment(Qt::AlignCenter);
        grid->addWidget(cell.crop, 2 * (i / kColumns), i % kColumns, Qt::AlignHCenter);
        grid->addWidget(cell.text, 2 * (i / kColumns) + 1, i % kColumns);
        m_cells.append(cell);
    }
    return box;
}

void AcceptAboveDialog::ask() {
    m_session.filter().whenWritten([self = QPointer(this)] {
        if (self.isNull()) {
            return;
        }
        const Filter& filter = self->m_session.filter();
        self->m_session.filter().search()->ask(
            [matches = filter.matches()](const core::InstanceIndex& index,
                                         const core::QueryContext& context) {
                return core::waitingInstances(index, context, matches);
            },
            [self](std::vector<core::WaitingInstance> waiting) {
                if (!self.isNull()) {
                    self->m_waiting = std::move(waiting);
                    self->m_known = true;
                    self->showCount();
                }
            });
    });
}

std::vector<core::WaitingInstance>::const_iterator AcceptAboveDialog::firstPassing() const {
    return std::lower_bound(m_waiting.begin(), m_waiting.end(), float(m_threshold->value()),
                            [](const core::WaitingInstance& w, float score) { return w.score < score; });
}

void AcceptAboveDialog::showCount() {
    const auto passing = m_waiting.end() - firstPassing();
    m_count->setText(
        m_known ? tr("%1 of %2 that wait would be accepted, as one step.")
                      .arg(QLocale().toString(qint64(passing)), QLocale().toString(qint64(m_waiting.size())))
                : tr("Counting …"));
    m_accept->setEnabled(passing > 0);
    updateCrops();
}

void AcceptAboveDialog::updateCrops() {
    auto at = firstPassing();
    for (const Cell& cell : std::as_const(m_cells)) {
        if (at == m_waiting.end()) {
            cell.crop->clear();
            cell.text->clear();
            continue;
        }
        QImage crop = m_crops->of(at->instance, at->image, at->box, devicePixelRatioF());
        crop.setDevicePixelRatio(devicePixelRatioF());
        cell.crop->setPixmap(QPixmap::fromImage(crop));
        const core::Label* label = m_session.project()->label(at->label);
        cell.text->setText(fontMetrics().elidedText(label != nullptr ? label->name : QString(),
                                                    Qt::ElideRight, Crops::kSide + kMargin) +
                           QLatin1Char('\n') + QLocale().toString(double(at->score), 'f', 2));
        ++at;
    }
}

} // namespace gui
