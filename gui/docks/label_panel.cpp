// SPDX-License-Identifier: Apache-2.0
#include "gui/docks/label_panel.h"

#include "gui/icons.h"
#include "gui/session/edits.h"
#include "gui/session/session.h"
#include "gui/theme.h"

#include "core/project/project.h"

#include <QBoxLayout>
#include <QColorDialog>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QTableWidget>
#include <QToolButton>

#include <algorithm>

namespace gui {
namespace {

const QString kBetween = QStringLiteral(", ");

constexpr double kModelsOwn = 0.04; // below every score that is kept

QStringList listOf(const QString& typed) {
    QStringList list;
    for (const QString& part : typed.split(QLatin1Char(','))) {
        if (const QString word = part.simplified(); !word.isEmpty() && !list.contains(word)) {
            list << word;
        }
    }
    return list;
}

} // namespace

LabelPanel::LabelPanel(Session& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_color(new QToolButton(this)), m_phrases(new QLineEdit(this)),
      m_threshold(new QDoubleSpinBox(this)), m_table(new QTableWidget(0, ColumnCount, this)),
      m_add(new QToolButton(this)), m_remove(new QToolButton(this)) {
    m_color->setToolTip(tr("Colour"));
    m_color->setAccessibleName(tr("Colour"));
    m_phrases->setObjectName(QStringLiteral("labelPhrases"));
    m_phrases->setPlaceholderText(tr("Phrases for the model; empty: the name"));
    m_phrases->setToolTip(tr("What the model is asked for, with commas between: bottle, flask. What several "
                             "phrases find is one instance."));
    m_phrases->setAccessibleName(tr("Phrases"));
    m_threshold->setObjectName(QStringLiteral("labelThreshold"));
    m_threshold->setRange(kModelsOwn, 1);
    m_threshold->setSingleStep(0.05);
    m_threshold->setSpecialValueText(tr("the model's own"));
    m_threshold->setToolTip(tr("Proposals for this label that are scored lower are left out"));
    m_threshold->setAccessibleName(tr("Threshold"));
    m_threshold->setKeyboardTracking(false);
    m_table->setAccessibleName(tr("Attributes"));
    m_table->setHorizontalHeaderLabels({tr("Attribute"), tr("Type"), tr("Choices")});
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->setSelectionMode(QTableWidget::SingleSelection);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setMinimumHeight(90);
    m_table->setMaximumHeight(150);
    m_add->setIcon(icon(Icon::Add));
    m_add->setToolTip(tr("Add an attribute to this label"));
    m_add->setAccessibleName(tr("Add attribute"));
    m_remove->setIcon(icon(Icon::Trash));
    m_remove->setToolTip(tr("Remove the attribute. Values that were given stay in the project and come back "
                            "when this is undone."));
    m_remove->setAccessibleName(tr("Remove attribute"));
    auto* top = new QHBoxLayout;
    top->addWidget(m_color);
    top->addWidget(m_phrases, 1);
    auto* score = new QHBoxLayout;
    score->addWidget(new QLabel(tr("Score from"), this));
    score->addWidget(m_threshold, 1);
    auto* bottom = new QHBoxLayout;
    bottom->addWidget(m_add);
    bottom->addWidget(m_remove);
    bottom->addStretch();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(kMargin, kGap, kMargin, kGap);
    column->setSpacing(kGap / 2);
    column->addLayout(top);
    column->addLayout(score);
    column->addWidget(m_table);
    column->addLayout(bottom);

    connect(m_color, &QToolButton::clicked, this, &LabelPanel::chooseColor);
    connect(m_phrases, &QLineEdit::editingFinished, this,
            [this] { change([this](core::Label& label) { label.phrases = listOf(m_phrases->text()); }); });
    connect(m_threshold, &QDoubleSpinBox::valueChanged, this, [this](double value) {
        change([value](core::Label& label) {
            label.threshold = value > kModelsOwn + 0.005 ? std::optional(float(value)) : std::nullopt;
        });
    });
    connect(m_add, &QToolButton::clicked, this, &LabelPanel::addAttribute);
    connect(m_remove, &QToolButton::clicked, this, &LabelPanel::removeAttribute);
    connect(m_table, &QTableWidget::cellChanged, this, &LabelPanel::takeCell);
    connect(&session, &Session::labelChanged, this, &LabelPanel::follow);
    connect(&session, &Session::projectChanged, this, &LabelPanel::follow);
    connect(&session, &Session::contentChanged, this, [this](const core::ChangeEvent& event) {
        if (event.labels) {
            follow();
        }
    });
    follow();
}

void LabelPanel::follow() {
    const core::Label* label = m_session.project() ? m_session.project()->label(m_session.label()) : nullptr;
    setEnabled(label != nullptr);
    if (label == nullptr) {
        return;
    }
    m_color->setIcon(swatch(label->color));
    if (!m_phrases->hasFocus()) {
        m_phrases->setText(label->phrases.join(kBetween));
    }
    const QSignalBlocker nobodyTyped(m_threshold);
    m_threshold->setValue(label->threshold ? double(*label->threshold) : kModelsOwn);
    if (label->attributes != m_shown || m_table->rowCount() != label->attributes.size()) {
        fillTable(*label);
    }
}

void LabelPanel::fillTable(const core::Label& label) {
    m_filling = true;
    m_shown = label.attributes;
    m_table->setRowCount(int(label.attributes.size()));
    for (int row = 0; row < label.attributes.size(); ++row) {
        const core::Attribute& attribute = label.attributes[row];
        m_table->setItem(row, Name, new QTableWidgetItem(attribute.name));
        auto* choices = new QTableWidgetItem(attribute.choices.join(kBetween));
        if (attribute.type != core::AttributeType::Choice) {
            choices->setFlags(choices->flags() & ~(Qt::ItemIsEditable | Qt::ItemIsEnabled));
        }
        m_table->setItem(row, Choices, choices);
        auto* type = new QComboBox(m_table);
        type->addItems({tr("yes or no"), tr("choice"), tr("number"), tr("text")});
        type->setCurrentIndex(int(attribute.type));
        type->setAccessibleName(tr("Type of %1").arg(attribute.name));
        // Queued: the change fills the table anew, and with it this box.
        connect(
            type, &QComboBox::activated, this, [this, row](int index) { takeType(row, index); },
            Qt::QueuedConnection);
        m_table->setCellWidget(row, Type, type);
    }
    m_filling = false;
}

void LabelPanel::change(const std::function<void(core::Label&)>& how) {
    const core::Label* label = m_session.project() ? m_session.project()->label(m_session.label()) : nullptr;
    if (label == nullptr) {
        return;
    }
    const core::Label before = *label;
    core::Label after = before;
    how(after);
    if (!(after == before)) {
        m_session.commit(edits::setLabel(before, after));
    }
}

void LabelPanel::chooseColor() {
    const core::Label* label = m_session.project() ? m_session.project()->label(m_session.label()) : nullptr;
    if (label == nullptr) {
        return;
    }
    auto* dialog = new QColorDialog(label->color, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Colour of %1").arg(label->name));
    connect(dialog, &QColorDialog::colorSelected, this, [this, id = label->id](const QColor& color) {
        if (const core::Label* now = m_session.project() ? m_session.project()->label(id) : nullptr) {
            core::Label after = *now;
            after.color = color;
            m_session.commit(edits::setLabel(*now, after));
        }
    });
    dialog->show();
}

void LabelPanel::addAttribute() {
    change([this](core::Label& label) {
        QString name = tr("attribute");
        const auto taken = [&](const QString& wanted) {
            return std::any_of(label.attributes.begin(), label.attributes.end(),
                               [&](const core::Attribute& a) { return a.name == wanted; });
        };
        for (int i = 2; taken(name); ++i) {
            name = tr("attribute %1").arg(i);
        }
        label.attributes.append({m_session.project()->newAttributeId(), name});
    });
    if (m_table->rowCount() > 0) {
        m_table->editItem(m_table->item(m_table->rowCount() - 1, Name));
    }
}

void LabelPanel::removeAttribute() {
    const int row = m_table->currentRow();
    change([row](core::Label& label) {
        if (row >= 0 && row < label.attributes.size()) {
            label.attributes.removeAt(row);
        }
    });
}

void LabelPanel::takeCell(int row, int column) {
    if (m_filling || column == Type) {
        return;
    }
    const QString typed = m_table->item(row, column)->text();
    change([&](core::Label& label) {
        if (row >= label.attributes.size()) {
            return;
        }
        core::Attribute& attribute = label.attributes[row];
        if (column == Choices) {
            attribute.choices = listOf(typed);
        } else if (!typed.simplified().isEmpty()) {
            attribute.name = typed.simplified();
        }
    });
    m_shown.clear();
    follow();
}

void LabelPanel::takeType(int row, int type) {
    change([row, type](core::Label& label) {
        if (row < label.attributes.size()) {
            label.attributes[row].type = core::AttributeType(type);
        }
    });
}

} // namespace gui
