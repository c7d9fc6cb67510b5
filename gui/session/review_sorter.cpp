// SPDX-License-Identifier: Apache-2.0
#include "gui/session/review_sorter.h"

#include "gui/session/filter.h"
#include "gui/session/session.h"

#include "core/project/project.h"

#include <utility>

namespace gui {
namespace {

constexpr int kTogether = 1'000;           // milliseconds
constexpr std::size_t kShapesAtOnce = 500; // images
constexpr std::size_t kPicturesAtOnce = 8;
constexpr std::size_t kSortEvery = 400; // images: sorting a large queue takes a while

} // namespace

ReviewSorter::ReviewSorter(Session& session, Take take, QObject* parent)
    : QObject(parent), m_session(session), m_take(std::move(take)) {
    m_again.setSingleShot(true);
    m_again.setInterval(kTogether);
    connect(&m_again, &QTimer::timeout, this, &ReviewSorter::ask);
    connect(&session, &Session::projectChanged, this, [this] {
        stop();
        m_background.reset(); // a reader of the file must not outlive the project
    });
    connect(&session.filter(), &Filter::found, this, &ReviewSorter::followFilter);
}

ReviewSorter::~ReviewSorter() {
    stop();
}

void ReviewSorter::start() {
    m_on = true;
    ask();
}

void ReviewSorter::stop() {
    m_on = false;
    m_again.stop();
    m_stop.request_stop();
    if (m_background) {
        m_background->cancel();
    }
    m_looked.clear();
    m_facts.reset();
    m_ordering = 0;
    m_measures.clear();
    m_images.clear();
    m_measured = 0;
    ++m_asked;
}

void ReviewSorter::setAgreement(QHash<core::AnnotationId, float> agreement) {
    if (agreement == m_agreement) {
        return;
    }
    m_agreement = std::move(agreement);
    if (m_on && m_facts) {
        order();
    }
}

void ReviewSorter::followFilter() {
    const Filter& filter = m_session.filter();
    const bool typed = filter.text() != m_filter;
    const bool differs = filter.matches().everything != m_matches.everything ||
                         filter.matches().instances != m_matches.instances;
    if (m_on && (differs || m_stale) && !m_again.isActive()) {
        m_again.start(typed ? 0 : kTogether);
    }
}

void ReviewSorter::ask() {
    if (!m_on) {
        return;
    }
    m_stale = false;
    m_filter = m_session.filter().text();
    m_matches = m_session.filter().matches();
    const quint64 asked = ++m_asked;
    m_session.filter().whenWritten([this, asked] {
        m_session.filter().search()->ask(
            [matches = m_matches](const core::InstanceIndex& index, const core::QueryContext& context) {
                return core::riskFacts(index, context, matches);
            },
            [this, asked](std::vector<core::RiskFacts> facts) {
                if (asked == m_asked && m_on) {
                    takeFacts(std::move(facts));
                }
            });
    });
}

void ReviewSorter::takeFacts(std::vector<core::RiskFacts> facts) {
    m_facts = std::make_shared<const std::vector<core::RiskFacts>>(std::move(facts));
    listImages();
    m_stop.request_stop();
    m_stop = {};
    if (m_background) {
        m_background->cancel();
    } else {
        m_background = std::make_unique<core::Background>();
    }
    m_ordering = 0;
    m_fresh = true;
    order();
    measureNext();
}

/// Shapes of all images first, which takes seconds, then their pictures.
void ReviewSorter::listImages() {
    QSet<core::ImageId> shapes;
    QList<core::ImageId> pictures;
    QSet<core::ImageId> listed;
    m_images.clear();
    m_measured = 0;
    for (const core::RiskFacts& f : *m_facts) {
        if (!f.asked || f.state != core::State::Auto) {
            continue;
        }
        const bool isNew = !m_measures.contains(f.instance);
        if (isNew && !shapes.contains(f.image)) {
            shapes.insert(f.image);
            m_images.push_back({f.image, {}});
        }
        if ((isNew || !m_looked.contains(f.image)) && !listed.contains(f.image)) {
            listed.insert(f.image);
            pictures.append(f.image);
        }
    }
    for (const core::ImageId image : pictures) {
        m_images.push_back({image, m_session.openProject()->absolutePath(image)});
    }
}

/// 100,000 take a quarter of a second.
void ReviewSorter::order() {
    ++m_ordering;
    m_background->run(
        [known = m_facts, measures = m_measures, agreement = m_agreement] {
            std::vector<core::RiskFacts> facts = *known;
            for (core::RiskFacts& f : facts) {
                if (const auto measure = measures.constFind(f.instance); measure != measures.constEnd()) {
                    f.shape = *measure;
                }
                f.agreement = agreement.value(f.instance, -1);
            }
            return core::riskQueue(facts);
        },
        [this](std::vector<core::RiskItem> sorted) {
            --m_ordering;
            m_take(std::move(sorted), std::exchange(m_fresh, false));
        });
}

void ReviewSorter::measureNext() {
    if (m_measured >= m_images.size()) {
        return;
    }
    const bool withPictures = !m_images[m_measured].picture.isEmpty();
    const std::size_t most = withPictures ? kPicturesAtOnce : kShapesAtOnce;
    std::vector<core::SurveyedImage> images;
    for (std::size_t i = m_measured;
         i < m_images.size() && images.size() < most && m_images[i].picture.isEmpty() != withPictures; ++i) {
        images.push_back(m_images[i]);
    }
    m_background->run([file = m_session.openProject()->file(), images,
                       stop = m_stop.get_token()] { return core::surveyShapes(file, images, stop); },
                      [this, images](const std::vector<core::ShapeMeasure>& measures) {
                          noteMeasures(measures, images);
                          measureNext();
                      });
}

void ReviewSorter::noteMeasures(const std::vector<core::ShapeMeasure>& measures,
                                const std::vector<core::SurveyedImage>& images) {
    for (const core::ShapeMeasure& measure : measures) {
        m_measures.insert(measure.instance, measure);
    }
    for (const core::SurveyedImage& one : images) {
        if (!one.picture.isEmpty()) {
            m_looked.insert(one.image);
        }
    }
    const std::size_t count = images.size();
    m_measured += count;
    if (m_measured == m_images.size() || m_measured % kSortEvery < count) {
        order();
    }
}

} // namespace gui
