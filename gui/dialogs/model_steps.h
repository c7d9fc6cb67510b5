// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QGroupBox>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace core {
class ModelManager;
struct ModelEntry;
} // namespace core

namespace gui {

/// Step 1: the licence's text and its acceptance, which is kept with the version and the day.
class LicenceStep : public QGroupBox {
    Q_OBJECT
public:
    explicit LicenceStep(core::ModelManager& models, QWidget* parent = nullptr);
    void show(const core::ModelEntry& entry);
    void focusBox();

signals:
    void accepted();
    void failed(const QString& sentence);

private:
    void accept();

    core::ModelManager& m_models;
    QString m_model;
    QPlainTextEdit* m_text;
    QCheckBox* m_box;
};

/// Step 2: whom the files come from and the token for gated ones. The token leaves the field for the keychain
/// at once and is never shown again.
class AccessStep : public QGroupBox {
    Q_OBJECT
public:
    explicit AccessStep(core::ModelManager& models, QWidget* parent = nullptr);
    void show(const core::ModelEntry& entry);
    void focusToken();

protected:
    void changeEvent(QEvent* event) override;

private:
    void keepToken();
    void forgetToken();
    void showKnown(bool known);

    core::ModelManager& m_models;
    QString m_host;
    QLabel* m_text;
    QWidget* m_row;
    QLineEdit* m_token;
    QPushButton* m_keep;
    QPushButton* m_forget;
    QLabel* m_state;
};

} // namespace gui
