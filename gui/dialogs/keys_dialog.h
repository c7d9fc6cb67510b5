// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/actions.h"

#include <QDialog>

#include <optional>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTreeWidget;

namespace gui {

class KeyMap;

/// All commands with their keys: search, change by pressing keys, take another program's keys. Not modal:
/// what is changed works at once. A key that another command has is refused with that command's name.
class KeysDialog : public QDialog {
    Q_OBJECT
public:
    /// `map` must outlive the dialog.
    explicit KeysDialog(KeyMap& map, QWidget* parent = nullptr);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    enum class Press { None, Replace, Add };
    void buildTop();
    void buildButtons();
    void fill();
    void filter();
    void showChoice();
    void listen(Press press);
    void take(const QKeySequence& key);
    void tell(const QString& sentence);
    void tellTaken(const QKeySequence& key, ActionId other);
    std::optional<ActionId> chosen() const;

    KeyMap& m_map;
    QComboBox* m_preset;
    QLineEdit* m_search;
    QTreeWidget* m_list;
    QCheckBox* m_byPosition;
    QLabel* m_message;
    QPushButton* m_replace;
    QPushButton* m_add;
    QPushButton* m_clear;
    QPushButton* m_reset;
    QPushButton* m_resetAll;
    Press m_press = Press::None;
};

} // namespace gui
