// SPDX-License-Identifier: Apache-2.0
#include "core/query/instance_search.h"

#include "core/project/history.h"
#include "core/project/project.h"
#include "core/store/open_project.h"
#include "core/store/project_store.h"

#include <algorithm>
#include <utility>

namespace core {
namespace {

/// More instances than this are read faster all at once.
constexpr std::size_t kReadAll = 200'000;

struct TouchedIds {
    std::vector<AnnotationId>& ids;

    void operator()(const AddAnnotation& change) const { ids.push_back(change.annotation.id); }
    void operator()(const RemoveAnnotation& change) const { ids.push_back(change.annotation.id); }
    void operator()(const MoveLabel& change) const {
        ids.insert(ids.end(), change.ids.begin(), change.ids.end());
    }
    void operator()(const SetLabel&) const {}
    void operator()(const SetImage&) const {}
    template <class Other> void operator()(const Other& change) const { ids.push_back(change.id); }
};

} // namespace

InstanceSearch::InstanceSearch(OpenProject& project, QObject* parent)
    : QObject(parent), m_project(project), m_state(std::make_shared<State>()) {
    m_state->file = project.file();
    const History& history = project.history();
    for (const auto signal : {&History::committed, &History::undone, &History::redone})
        connect(&history, signal, this, &InstanceSearch::note);
    connect(&project, &OpenProject::saveStateChanged, this, [this](SaveState state) {
        if (state == SaveState::Saved)
            follow();
    });
    read([stop = m_stop.get_token()](Database& database, InstanceIndex& index) {
        return index.load(database, stop);
    });
}

InstanceSearch::~InstanceSearch() {
    m_stop.request_stop();
}

QueryContext InstanceSearch::context() const {
    return {m_project.project().labels(), m_project.project().images()};
}

void InstanceSearch::find(const Query& query, std::function<void(Result<QueryMatches>)> answer) {
    ask(
        [query](const InstanceIndex& index, const QueryContext& context) -> Result<QueryMatches> {
            ASSIGN_OR_RETURN(const QueryMatcher matcher, QueryMatcher::make(query, index, context));
            return matcher.run();
        },
        std::move(answer));
}

void InstanceSearch::note(const Edit& edit) {
    for (const Change& change : edit.changes)
        std::visit(TouchedIds{m_touched}, change);
}

void InstanceSearch::follow() {
    std::vector<AnnotationId> ids = std::exchange(m_touched, {});
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    read([ids = std::move(ids), stop = m_stop.get_token()](Database& database, InstanceIndex& index) {
        return ids.size() > kReadAll ? index.load(database, stop) : index.refresh(database, ids);
    });
}

void InstanceSearch::read(std::function<Status(Database&, InstanceIndex&)> how) {
    m_background.run(
        [state = m_state, how = std::move(how)]() -> Status {
            ASSIGN_OR_RETURN(ProjectStore store,
                             ProjectStore::open(state->file, ProjectStore::Mode::ReadOnly));
            return how(store.database(), state->index);
        },
        [this](const Status& done) {
            if (!done)
                emit failed(QString::fromStdString(done.error().message));
            emit changed();
        });
}

} // namespace core
