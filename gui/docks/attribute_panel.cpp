// SPDX-License-Identifier: Apache-2.0
#include "gui/docks/attribute_panel.h"

#include "gui/session/edits.h"
#include "gui/session/selection.h"
#include "gui/session/session.h"
#include "gui/theme.h"

#include "core/project/attribute.h"
#include "core/project/project.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>

namespace gui {
namespace {

/// Choices of a yes-or-no attribute are those two words; empty stands for "not said".
QStringList choicesOf(const core::Attribute& attribute) {
    return attribute.type == core::AttributeType::Bool
               ? QStringList{core::attributeYes(), core::attributeNo()}
               : attribute.choices;
}

bool hasChoices(const core::Attribute& attribute) {
    return attribute.type == core::AttributeType::Bool || attribute.type == core::AttributeType::Choice;
}

} // namespace

AttributePanel::AttributePanel(Session& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_form(new QFormLayout(this)) {
    m_form->setContentsMargins(kMargin, kGap, kMargin, kGap);
    m_form->setVerticalSpacing(kGap / 2);
    connect(&session.selection(), &Selection::changed, this, &AttributePanel::follow);
    connect(&session, &Session::contentChanged, this, &AttributePanel::follow);
    connect(&session, &Session::projectChanged, this, &AttributePanel::follow);
    follow();
}

core::LabelId AttributePanel::sharedLabel() const {
    core::LabelId shared;
    for (const core::AnnotationId id : m_session.selection().ids()) {
        const core::Annotation* a = m_session.project() ? m_session.project()->annotation(id) : nullptr;
        if (a == nullptr || (shared.isValid() && shared != a->fields.label)) {
            return {};
        }
        shared = a->fields.label;
    }
    return shared;
}

void AttributePanel::follow() {
    const core::LabelId id = sharedLabel();
    const core::Label* label = id.isValid() ? m_session.project()->label(id) : nullptr;
    const QList<core::Attribute> attributes = label ? label->attributes : QList<core::Attribute>();
    m_label = label ? id : core::LabelId{};
    if (attributes != m_attributes) {
        m_attributes = attributes;
        rebuild();
    }
    fill();
    setVisible(!m_attributes.isEmpty());
}

void AttributePanel::rebuild() {
    // The field that made this change may still be on the stack.
    for (QWidget* editor : std::as_const(m_editors)) {
        const QFormLayout::TakeRowResult row = m_form->takeRow(editor);
        row.labelItem->widget()->deleteLater();
        delete row.labelItem; // the items are ours now, the widgets the panel's
        delete row.fieldItem;
        editor->hide();
        editor->deleteLater();
    }
    m_editors.clear();
    for (const core::Attribute& attribute : std::as_const(m_attributes)) {
        QWidget* editor = editorOf(attribute);
        editor->setAccessibleName(attribute.name);
        m_form->addRow(attribute.name, editor);
        m_editors.append(editor);
    }
}

QWidget* AttributePanel::editorOf(const core::Attribute& attribute) {
    if (hasChoices(attribute)) {
        auto* box = new QComboBox(this);
        box->addItem(QString());
        box->addItems(choicesOf(attribute));
        connect(box, &QComboBox::activated, this,
                [this, box, attribute] { set(attribute, box->currentText()); });
        return box;
    }
    auto* line = new QLineEdit(this);
    connect(line, &QLineEdit::editingFinished, this, [this, line, attribute] {
        if (line->isModified()) {
            line->setModified(false);
            set(attribute, line->text());
        }
    });
    return line;
}

std::optional<QString> AttributePanel::common(core::AttributeId id) const {
    std::optional<QString> value;
    for (const core::AnnotationId selected : m_session.selection().ids()) {
        const core::Annotation* a = m_session.project()->annotation(selected);
        const QString own = a ? a->fields.attributes.value(id) : QString();
        if (value && *value != own) {
            return std::nullopt;
        }
        value = own;
    }
    return value;
}

void AttributePanel::fill() {
    for (qsizetype i = 0; i < m_editors.size(); ++i) {
        show(m_editors[i], m_attributes[i]);
    }
}

void AttributePanel::show(QWidget* editor, const core::Attribute& attribute) {
    const std::optional<QString> value = common(attribute.id);
    if (auto* box = qobject_cast<QComboBox*>(editor)) {
        box->setPlaceholderText(tr("several values"));
        box->setCurrentIndex(value ? box->findText(*value) : -1);
    } else if (auto* line = qobject_cast<QLineEdit*>(editor); line && !line->isModified()) {
        line->setPlaceholderText(value ? QString() : tr("several values"));
        line->setText(value.value_or(QString()));
    }
}

void AttributePanel::set(const core::Attribute& attribute, const QString& typed) {
    const std::optional<QString> value = core::attributeValue(attribute, typed);
    if (!value && !typed.trimmed().isEmpty()) {
        m_session.report(tr("“%1” is no number; %2 stays as it was.").arg(typed, attribute.name));
        fill();
        return;
    }
    m_session.commit(edits::setFields(
        *m_session.project(), m_session.image(), m_session.selection().ids(),
        [&](core::Fields& fields) {
            if (value) {
                fields.attributes.insert(attribute.id, *value);
            } else {
                fields.attributes.remove(attribute.id);
            }
        },
        tr("Set %1").arg(attribute.name)));
}

} // namespace gui
