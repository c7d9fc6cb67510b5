// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/background.h"
#include "core/query/query_match.h"
#include "core/review/risk.h"
#include "core/review/survey.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <functional>
#include <memory>
#include <stop_token>

namespace gui {

class Session;

/// Finds out what waits for review and sorts it by risk, off the UI thread: at once from what the file tells,
/// and again as shapes and pictures are measured. Narrowed by the window's filter, which it follows.
class ReviewSorter : public QObject {
    Q_OBJECT
public:
    /// `fresh`: the first order of newly asked facts.
    using Take = std::function<void(std::vector<core::RiskItem> sorted, bool fresh)>;

    ReviewSorter(Session& session, Take take, QObject* parent = nullptr);
    ~ReviewSorter() override;

    void start();
    void stop(); ///< nothing is taken any more, and what was measured is forgotten
    /// How far instances agree with another run: best IoU. Sorted by it from now on.
    void setAgreement(QHash<core::AnnotationId, float> agreement);
    /// Some of what waits may be unknown: asks again once it is in the file.
    void askAgain() { m_stale = true; }
    /// True while shapes or pictures are still being measured.
    bool isMeasuring() const { return m_ordering > 0 || m_measured < m_images.size(); }

private:
    void followFilter();
    void ask();
    void takeFacts(std::vector<core::RiskFacts> facts);
    void listImages();
    void order();
    void measureNext();
    void noteMeasures(const std::vector<core::ShapeMeasure>& measures,
                      const std::vector<core::SurveyedImage>& images);

    Session& m_session;
    Take m_take;
    bool m_on = false;
    bool m_stale = false; ///< there may be instances that the facts don't hold
    bool m_fresh = false; ///< the next order is that of new facts
    int m_ordering = 0;   ///< orders on their way
    std::shared_ptr<const std::vector<core::RiskFacts>> m_facts;
    QHash<core::AnnotationId, core::ShapeMeasure> m_measures;
    QHash<core::AnnotationId, float> m_agreement;
    QSet<core::ImageId> m_looked; ///< their pictures were measured
    QString m_filter;             ///< the line and what it found when the facts were asked for
    core::QueryMatches m_matches;
    std::vector<core::SurveyedImage> m_images; ///< to measure: first shapes alone, then with pictures
    std::size_t m_measured = 0;                ///< of m_images
    quint64 m_asked = 0;
    QTimer m_again; ///< edits by others are gathered
    std::stop_source m_stop;
    std::unique_ptr<core::Background> m_background;
};

} // namespace gui
