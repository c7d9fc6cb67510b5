// SPDX-License-Identifier: Apache-2.0
#include "gui/dialogs/keys_dialog.h"

#include "gui/keys/key_map.h"
#include "gui/keys/key_position.h"
#include "gui/theme.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeWidget>

#include <algorithm>

namespace gui {
namespace {

bool isModifier(int key) {
    return key == Qt::Key_Shift || key == Qt::Key_Control || key == Qt::Key_Alt || key == Qt::Key_Meta ||
           key == Qt::Key_AltGr || key == Qt::Key_CapsLock || key == Qt::Key_unknown || key == 0;
}

QPushButton* button(const QString& text, const QString& tip, QWidget* parent) {
    auto* made = new QPushButton(text, parent);
    made->setToolTip(tip);
    made->setAutoDefault(false);
    return made;
}

} // namespace

KeysDialog::KeysDialog(KeyMap& map, QWidget* parent)
    : QDialog(parent), m_map(map), m_preset(new QComboBox(this)), m_search(new QLineEdit(this)),
      m_list(new QTreeWidget(this)),
      m_byPosition(new QCheckBox(tr("Single keys keep their &place on the keyboard"), this)),
      m_message(new QLabel(this)), m_replace(button(tr("&New key"), tr("Press the key it shall have"), this)),
      m_add(button(tr("&Another key"), tr("Press one more key for it"), this)),
      m_clear(button(tr("N&o key"), tr("Take its keys away"), this)),
      m_reset(button(tr("&Reset"), tr("The keys it had at first"), this)),
      m_resetAll(button(tr("Reset a&ll"), tr("All commands get the keys they had at first"), this)) {
    setWindowTitle(tr("Keys"));
    buildTop();
    buildButtons();
    connect(&m_map, &KeyMap::changed, this, &KeysDialog::fill);
    connect(m_list, &QTreeWidget::currentItemChanged, this, &KeysDialog::showChoice);
    connect(m_list, &QTreeWidget::itemActivated, this, [this] { listen(Press::Replace); });
    fill();
    // As wide as the words of the language need, and the scroll bar.
    const int columns = m_list->header()->length() + 60;
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    resize(std::clamp(columns, 620, 1000), 600);
    m_search->setFocus();
}

void KeysDialog::buildTop() {
    for (const KeyPreset& preset : keyPresets()) {
        m_preset->addItem(preset.name, preset.id);
    }
    m_preset->setAccessibleName(tr("Keys of which program"));
    m_search->setPlaceholderText(tr("Find a command or a key"));
    m_search->setAccessibleName(tr("Find a command or a key"));
    m_search->setClearButtonEnabled(true);
    m_byPosition->setToolTip(
        tr("Then they work with every layout and input method. Off: the letter counts, wherever it is."));
    auto* as = new QLabel(tr("Keys &as in"), this);
    as->setBuddy(m_preset);
    auto* top = new QHBoxLayout;
    top->addWidget(as);
    top->addWidget(m_preset);
    top->addSpacing(kMargin);
    top->addWidget(m_search, 1);
    m_list->setAccessibleName(tr("Commands and their keys"));
    m_list->setHeaderLabels({tr("Command"), tr("Keys"), tr("Works")});
    m_list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_list->header()->setStretchLastSection(false);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAlternatingRowColors(true);
    m_message->setWordWrap(true);
    m_message->setAccessibleName(tr("Answer"));
    // Room for two lines, so that an answer doesn't move the buttons.
    m_message->setMinimumHeight(2 * fontMetrics().lineSpacing());
    auto* column = new QVBoxLayout(this);
    column->addLayout(top);
    column->addWidget(m_list, 1);
    column->addWidget(m_message);
    connect(m_preset, &QComboBox::activated, this, [this] {
        tell({});
        m_map.setPreset(m_preset->currentData().toString());
    });
    connect(m_search, &QLineEdit::textChanged, this, &KeysDialog::filter);
    connect(m_byPosition, &QCheckBox::clicked, this, [this](bool on) { m_map.setByPosition(on); });
}

void KeysDialog::buildButtons() {
    auto* row = new QHBoxLayout;
    for (QPushButton* each : {m_replace, m_add, m_clear, m_reset}) {
        row->addWidget(each);
        each->installEventFilter(this);
    }
    row->addStretch();
    row->addWidget(m_resetAll);
    static_cast<QVBoxLayout*>(layout())->addLayout(row);
    static_cast<QVBoxLayout*>(layout())->addWidget(m_byPosition);
    connect(m_replace, &QPushButton::clicked, this, [this] { listen(Press::Replace); });
    connect(m_add, &QPushButton::clicked, this, [this] { listen(Press::Add); });
    connect(m_clear, &QPushButton::clicked, this, [this] {
        tell({});
        m_map.setKeys(*chosen(), {});
    });
    connect(m_reset, &QPushButton::clicked, this, [this] {
        tell({});
        const ActionId id = *chosen();
        if (const auto other = m_map.reset(id)) {
            tell(tr("“%1” has one of these keys now. Reset it first.")
                     .arg(Actions::plainText(Actions::spec(*other))));
        }
    });
    connect(m_resetAll, &QPushButton::clicked, this, [this] {
        tell({});
        m_map.resetAll();
    });
}

std::optional<ActionId> KeysDialog::chosen() const {
    const QTreeWidgetItem* row = m_list->currentItem();
    return row == nullptr || row->isHidden() ? std::nullopt
                                             : std::optional(ActionId(row->data(0, Qt::UserRole).toInt()));
}

void KeysDialog::fill() {
    const auto before = chosen();
    m_list->clear();
    for (const ActionSpec& spec : Actions::table()) {
        auto* row = new QTreeWidgetItem(
            m_list, {Actions::plainText(spec), m_map.keysText(spec.id),
                     spec.scope == KeyScope::Canvas ? tr("on the canvas") : tr("everywhere")});
        row->setData(0, Qt::UserRole, int(spec.id));
        row->setToolTip(0, Actions::tip(spec));
        QFont font = row->font(1);
        font.setBold(m_map.isChanged(spec.id));
        row->setFont(1, font);
        if (before == spec.id) {
            m_list->setCurrentItem(row);
        }
    }
    m_preset->setCurrentIndex(m_preset->findData(m_map.preset()));
    m_byPosition->setChecked(m_map.byPosition());
    filter();
}

void KeysDialog::filter() {
    const QString words = m_search->text().trimmed();
    for (int i = 0; i < m_list->topLevelItemCount(); ++i) {
        QTreeWidgetItem* row = m_list->topLevelItem(i);
        row->setHidden(!row->text(0).contains(words, Qt::CaseInsensitive) &&
                       !row->text(1).contains(words, Qt::CaseInsensitive));
    }
    showChoice();
}

void KeysDialog::showChoice() {
    const auto id = chosen();
    for (QPushButton* each : {m_replace, m_add, m_clear, m_reset}) {
        each->setEnabled(id.has_value());
    }
    m_clear->setEnabled(id && !m_map.keys(*id).isEmpty());
    m_reset->setEnabled(id && m_map.isChanged(*id));
}

void KeysDialog::tell(const QString& sentence) {
    m_message->setText(sentence);
}

void KeysDialog::tellTaken(const QKeySequence& key, ActionId other) {
    tell(tr("%1 belongs to “%2”. Give that another key first.")
             .arg(m_map.keyText(key), Actions::plainText(Actions::spec(other))));
}

void KeysDialog::listen(Press press) {
    if (const auto id = chosen()) {
        m_press = press;
        tell(tr("Press the key for “%1”. Esc leaves it as it is.")
                 .arg(Actions::plainText(Actions::spec(*id))));
        m_replace->setFocus();
    }
}

bool KeysDialog::eventFilter(QObject* watched, QEvent* event) {
    if (m_press == Press::None) {
        return QDialog::eventFilter(watched, event);
    }
    if (event->type() == QEvent::ShortcutOverride) {
        event->accept(); // the key is for us, not for the window's commands
        return true;
    }
    if (event->type() == QEvent::FocusOut) {
        m_press = Press::None;
        tell({});
    }
    if (event->type() != QEvent::KeyPress) {
        return QDialog::eventFilter(watched, event);
    }
    const auto& key = *static_cast<QKeyEvent*>(event);
    if (key.key() == Qt::Key_Escape) {
        m_press = Press::None;
        tell({});
    } else if (!isModifier(key.key())) {
        const Qt::KeyboardModifiers modifiers = key.modifiers() & ~Qt::KeypadModifier;
        const QKeySequence typed(QKeyCombination(modifiers, Qt::Key(key.key())));
        const Qt::Key place = keyPosition(key);
        const QKeySequence there(QKeyCombination(modifiers, place));
        take(place != Qt::Key_unknown && m_map.isPlace(there) ? there : typed);
    }
    return true;
}

void KeysDialog::take(const QKeySequence& key) {
    const ActionId id = *chosen();
    const bool add = m_press == Press::Add;
    m_press = Press::None;
    if (key[0].key() == Qt::Key_Space) {
        return tell(tr("The space bar moves the image and can't be given away."));
    }
    if (const auto other = m_map.takenBy(id, key)) {
        return tellTaken(key, *other);
    }
    m_map.setKeys(id, add ? m_map.keys(id) << key : QList{key});
    tell({});
}

} // namespace gui
