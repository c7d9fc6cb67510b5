// SPDX-License-Identifier: Apache-2.0
#include "gui/session/filter.h"

#include "gui/session/session.h"

#include "core/project/project.h"

#include <algorithm>

namespace gui {
namespace {

constexpr int kTogether = 120; ///< milliseconds in which edits are gathered

} // namespace

Filter::Counts Filter::count(const core::InstanceIndex& index) {
    std::vector<Badge> badges(index.images().size());
    std::vector<Use> uses(index.labels().size());
    for (const core::InstanceRow& row : index.rows()) {
        if (!row.present || row.state == std::uint8_t(core::State::Rejected)) {
            continue;
        }
        ++badges[row.image].instances;
        badges[row.image].open += row.state == std::uint8_t(core::State::Auto) ? 1 : 0;
        ++uses[row.label].instances;
    }
    Counts counts;
    counts.badges.reserve(qsizetype(badges.size()));
    for (std::size_t i = 0; i < badges.size(); ++i) {
        counts.badges.insert(index.images()[i], badges[i]);
    }
    for (std::size_t i = 0; i < uses.size(); ++i) {
        counts.uses.insert(index.labels()[i], uses[i]);
    }
    return counts;
}

Filter::Filter(Session& session, QObject* parent) : QObject(parent), m_session(session) {
    m_matches.everything = true;
    m_again.setSingleShot(true);
    m_again.setInterval(kTogether);
    connect(&m_again, &QTimer::timeout, this, [this] {
        askCounts();
        ask();
        emit dataChanged();
    });
    connect(&session, &Session::projectChanged, this, &Filter::followProject);
    connect(&session, &Session::contentChanged, this, [this](const core::ChangeEvent& event) {
        if (event.labels || event.images) {
            m_again.start();
        }
    });
}

Filter::~Filter() = default;

void Filter::followProject() {
    m_search.reset();
    m_counts = {};
    m_read = false;
    m_matches = {};
    m_matches.everything = true;
    ++m_asked;
    if (m_session.openProject() != nullptr) {
        m_search = std::make_unique<core::InstanceSearch>(*m_session.openProject());
        connect(m_search.get(), &core::InstanceSearch::changed, this, [this] {
            if (!m_again.isActive()) {
                m_again.start();
            }
        });
        connect(m_search.get(), &core::InstanceSearch::failed, &m_session, &Session::report);
    }
    m_text.clear();
    m_error.clear();
    emit textChanged(m_text);
    emit found();
}

void Filter::setText(const QString& text) {
    if (text != m_text) {
        m_text = text;
        emit textChanged(text);
    }
    ask();
}

void Filter::ask() {
    const quint64 asked = ++m_asked;
    auto query = core::parseQuery(m_text);
    if (!query) {
        m_error = QString::fromStdString(query.error().message);
        emit found();
        return;
    }
    if (query->isEmpty() || !m_search) {
        m_error.clear();
        m_matches = {};
        m_matches.everything = true;
        emit found();
        return;
    }
    m_search->find(*query, [this, asked](core::Result<core::QueryMatches> answer) {
        if (asked != m_asked) {
            return;
        }
        m_error = answer ? QString() : QString::fromStdString(answer.error().message);
        if (answer) {
            m_matches = std::move(*answer);
        }
        emit found();
    });
}

void Filter::askCounts() {
    if (!m_search) {
        return;
    }
    m_search->ask([](const core::InstanceIndex& index, const core::QueryContext&) { return count(index); },
                  [this](const Counts& counts) {
                      m_counts = counts;
                      m_read = true;
                      emit found();
                  });
}

void Filter::whenWritten(std::function<void()> then) {
    core::OpenProject* open = m_session.openProject();
    if (open == nullptr || open->saveState() == core::SaveState::Saved) {
        if (open != nullptr) {
            then();
        }
        return;
    }
    // The search hears of it first: it connected earlier.
    auto* once = new QObject(m_search.get());
    connect(open, &core::OpenProject::saveStateChanged, once,
            [this, once, then = std::move(then)](core::SaveState state, const QString& reason) {
                if (state == core::SaveState::Failed) {
                    m_session.report(reason);
                }
                once->deleteLater();
                if (state == core::SaveState::Saved && once->parent() != nullptr) {
                    once->setParent(nullptr);
                    then();
                }
            });
}

bool Filter::shows(core::AnnotationId id) const {
    return m_matches.everything ||
           std::binary_search(m_matches.instances.begin(), m_matches.instances.end(), id);
}

} // namespace gui
