// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/project/annotation.h"

#include <QWidget>

#include <optional>

class QFormLayout;

namespace gui {

class Session;

/// The attributes of what is selected, as fields that can be changed: of the label that all selected
/// instances share, otherwise nothing. A change goes to all of them, as one step.
class AttributePanel : public QWidget {
    Q_OBJECT
public:
    explicit AttributePanel(Session& session, QWidget* parent = nullptr);

private:
    void follow();
    void rebuild();
    void fill();
    QWidget* editorOf(const core::Attribute& attribute);
    void show(QWidget* editor, const core::Attribute& attribute);
    void set(const core::Attribute& attribute, const QString& typed);
    /// The common value, empty if none is set, no value at all if they differ.
    std::optional<QString> common(core::AttributeId id) const;
    core::LabelId sharedLabel() const;

    Session& m_session;
    QFormLayout* m_form;
    core::LabelId m_label;
    QList<core::Attribute> m_attributes; ///< that the fields were made for
    QList<QWidget*> m_editors;
};

} // namespace gui
