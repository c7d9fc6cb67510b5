// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/background.h"
#include "core/query/query_match.h"

#include <QObject>

#include <memory>

namespace core {

struct Edit;
class OpenProject;

/// Answers questions about all instances of an open project, off the UI thread: it keeps an InstanceIndex,
/// which it reads from the file at the start and follows as edits reach the file. Made and used on the UI
/// thread; must go before the project does.
class InstanceSearch : public QObject {
    Q_OBJECT
public:
    explicit InstanceSearch(OpenProject& project, QObject* parent = nullptr);
    ~InstanceSearch() override; ///< waits for no more than the answer being worked on

    /// Calls work(index, context) on the search's thread, in the order of asking and with all that is in the
    /// file, and then answer(its result) here. Until the index is read, answers wait. If the file can't be
    /// read the index is empty and failed() says why.
    template <class Work, class Answer> void ask(Work work, Answer answer) {
        m_background.run([state = m_state, context = context(),
                          work = std::move(work)] { return work(std::as_const(state->index), context); },
                         std::move(answer));
    }
    /// What `query` finds. Errors: those of QueryMatcher::make().
    void find(const Query& query, std::function<void(Result<QueryMatches>)> answer);

signals:
    void changed(); ///< edits reached the index: earlier answers may be out of date
    void failed(const QString& message);

private:
    struct State {
        QString file;
        InstanceIndex index;
    };
    QueryContext context() const;
    void note(const Edit& edit);
    void follow();
    void read(std::function<Status(Database&, InstanceIndex&)> how);

    OpenProject& m_project;
    std::shared_ptr<State> m_state; ///< the search thread's, once the first question was asked
    std::stop_source m_stop;
    std::vector<AnnotationId> m_touched; ///< by edits that are not known to be in the file yet
    Background m_background;             ///< last: its thread ends before what it uses goes
};

} // namespace core
