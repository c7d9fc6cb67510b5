// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QComboBox;
class QLineEdit;

namespace gui {

struct ComparedSide;

/// Chooses one side of a comparison: the open project or a file, and a filter for what of a project counts.
class SideRow : public QWidget {
    Q_OBJECT
public:
    /// `title` with a mnemonic.
    explicit SideRow(const QString& title, QWidget* parent = nullptr);
    ComparedSide side() const;
    void setFile(const QString& file); ///< empty: the open project

private:
    void choose(int index);
    void askFile();

    QComboBox* m_source;
    QLineEdit* m_where;
    int m_chosen = 0; ///< the entry to go back to if no file is chosen
};

} // namespace gui
