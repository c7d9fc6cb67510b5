// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/query/instance_search.h"

#include <QHash>
#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>

namespace gui {

class Session;

/// The one filter of the window: a line that the image list, the instance table and the statistics share. It
/// answers off the UI thread and asks again when instances change.
class Filter : public QObject {
    Q_OBJECT
public:
    /// What the image list shows of an image without loading it.
    struct Badge {
        int instances = 0; ///< without the rejected ones
        int open = 0;      ///< of them made by the model and not looked at
    };

    /// How much of the data set has a label, rejected instances left out.
    struct Use {
        qint64 instances = 0;
    };

    explicit Filter(Session& session, QObject* parent = nullptr);
    ~Filter() override;

    const QString& text() const { return m_text; }
    /// Sets the line; the answer comes with found(). The same text again asks again.
    void setText(const QString& text);
    /// One sentence while the line can't be understood; what was found before stays.
    const QString& error() const { return m_error; }
    bool isActive() const { return !m_matches.everything; }
    const core::QueryMatches& matches() const { return m_matches; }
    bool shows(core::AnnotationId id) const;
    Badge badge(core::ImageId image) const { return m_counts.badges.value(image); }
    Use use(core::LabelId label) const { return m_counts.uses.value(label); }
    /// True until the first answer about the open project is there.
    bool isReading() const { return m_search && !m_read; }

    /// For questions of others, such as statistics; none without a project.
    core::InstanceSearch* search() { return m_search.get(); }
    /// Calls `then` once all that was committed so far is in the file, and so in answers to what `then` asks.
    /// Not at all if the project is closed before, or while it can't be saved; that is reported.
    void whenWritten(std::function<void()> then);

signals:
    void textChanged(const QString& text);
    void found();       ///< matches(), error(), badges and uses are new
    void dataChanged(); ///< instances changed: what others asked is out of date

private:
    struct Counts {
        QHash<core::ImageId, Badge> badges;
        QHash<core::LabelId, Use> uses;
    };
    static Counts count(const core::InstanceIndex& index);
    void followProject();
    void ask();
    void askCounts();

    Session& m_session;
    std::unique_ptr<core::InstanceSearch> m_search;
    QString m_text;
    QString m_error;
    core::QueryMatches m_matches;
    Counts m_counts;
    QTimer m_again; ///< many edits in a row are one question
    quint64 m_asked = 0;
    bool m_read = false;
};

} // namespace gui
