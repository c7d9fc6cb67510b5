// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/background.h"
#include "core/project/change_event.h"
#include "core/review/risk.h"
#include "core/review/survey.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <memory>
#include <stop_token>

namespace core {
struct Edit;
}

namespace gui {

class Session;

/// The review mode: instances that wait for a decision, the riskiest first, narrowed by the window's filter.
/// While it is on there is a current one, whose image is shown and which is selected; a decision is one edit
/// and leads to the next one. The queue is there at once from what the file tells; shapes and pictures are
/// measured off the UI thread, and what comes after the current one is sorted anew as they arrive.
class Review : public QObject {
    Q_OBJECT
public:
    explicit Review(Session& session, QObject* parent = nullptr);
    ~Review() override;

    bool isOn() const { return m_on; }
    void setOn(bool on);
    /// False until the first answer after setOn(true).
    bool isReady() const { return m_ready; }
    /// True while shapes or pictures are still being measured.
    bool isMeasuring() const { return m_ready && (m_ordering > 0 || m_measured < m_images.size()); }

    /// In order; decided ones stay until the queue is made again.
    const std::vector<core::RiskItem>& queue() const { return m_queue; }
    int place() const { return m_place; } ///< of the current one; -1: nothing waits
    const core::RiskItem* current() const;
    bool isDecided(int place) const;
    int decided() const { return m_done; } ///< since the mode was switched on
    int waiting() const { return m_waiting; }
    void setPlace(int place);
    /// The first image after the current one that the queue leads to; none while the mode is off.
    core::ImageId nextImage() const;

    /// Each decides the current one and goes to the next; false while there is none.
    bool accept(); ///< what was corrected stays so
    bool reject();
    bool relabel(core::LabelId label); ///< and accepts
    bool acceptImage();                ///< all that wait in the current image, as one edit
    /// Everything that waits and that the filter shows, from this score on, in all images; one edit, made off
    /// the UI thread. Also while the mode is off.
    void acceptAbove(double score);
    bool skip(int by); ///< on (1) or back (-1), without deciding

signals:
    void modeChanged(bool on);
    void queueChanged();         ///< another queue, order or count
    void itemChanged(int place); ///< decided, or not any more; -1: none of the queue
    void currentChanged();       ///< also when the same one is to be shown again

private:
    void followFilter();
    void ask();
    void take(std::vector<core::RiskFacts> facts);
    void listImages();
    void order();
    void arrange(std::vector<core::RiskItem> sorted);
    void measureNext();
    void forget();
    void followContent(const core::ChangeEvent& event);
    void followUndo(const core::Edit& edit);
    bool waits(core::AnnotationId id) const; ///< as far as is known here
    bool mark(core::AnnotationId id);
    bool decide(core::State state, core::LabelId label, const QString& text);
    void decideAll(const std::vector<core::AnnotationId>& ids, core::State state, core::LabelId label,
                   const QString& text);
    void advance();
    void show();

    Session& m_session;
    bool m_on = false;
    bool m_ready = false;
    bool m_stale = false; ///< there may be instances that the queue doesn't know
    bool m_fresh = false; ///< the next order is that of new facts
    int m_ordering = 0;   ///< orders on their way
    std::shared_ptr<const std::vector<core::RiskFacts>> m_facts;
    QHash<core::AnnotationId, core::ShapeMeasure> m_measures;
    QSet<core::ImageId> m_looked; ///< their pictures were measured
    QString m_filter;             ///< the line and what it found when the queue was made
    core::QueryMatches m_matches;
    std::vector<core::SurveyedImage> m_images; ///< to measure: first shapes alone, then with pictures
    std::size_t m_measured = 0;                ///< of m_images
    std::vector<core::RiskItem> m_queue;
    QHash<core::AnnotationId, int> m_places;
    QSet<core::AnnotationId> m_decided;
    int m_place = -1;
    int m_done = 0;
    int m_waiting = 0;
    quint64 m_asked = 0;
    QTimer m_again; ///< edits by others are gathered
    std::stop_source m_stop;
    std::unique_ptr<core::Background> m_background;
};

} // namespace gui
