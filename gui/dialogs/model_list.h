// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTreeWidget>

namespace core {
class ModelManager;
struct ModelEntry;
} // namespace core

namespace gui {

/// The models that can be had, one row each: what it can do, how large it is, whether it fits into this
/// machine's memory, whether it is here.
class ModelList : public QTreeWidget {
    Q_OBJECT
public:
    explicit ModelList(core::ModelManager& models, QWidget* parent = nullptr);

    QString current() const; ///< the chosen model's id
    void choose(const QString& id);
    /// Reads everything again; the choice stays.
    void refresh();
    /// The model that is open at present.
    void setUsed(const QString& file);

signals:
    void chosen();

protected:
    void changeEvent(QEvent* event) override;

private:
    void fill(QTreeWidgetItem& row, const core::ModelEntry& entry);
    QString stateText(const core::ModelEntry& entry) const;

    core::ModelManager& m_models;
    QString m_used;
};

} // namespace gui
