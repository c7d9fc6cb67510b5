// SPDX-License-Identifier: Apache-2.0
#include "core/evaluation/phrase_hota.h"

#include "core/mask/overlap.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace core {
namespace {

constexpr double kLeastScore = 0.5;
constexpr double kEpsilon = std::numeric_limits<double>::epsilon();

double alpha(std::size_t index) {
    return 0.05 + double(index) * 0.05;
}

/// A box without extent is still a claim; only one of nothing but zeros says "not there".
bool isThere(const Track& track, std::size_t frame, Compared what) {
    if (what == Compared::Masks) {
        return !track.masks[frame].isEmpty();
    }
    const QRectF& box = track.boxes[frame];
    return box.x() != 0 || box.y() != 0 || box.width() != 0 || box.height() != 0;
}

/// Who is there in one frame, and how alike they are: [found, truth].
struct Frame {
    std::vector<std::size_t> found, truth;
    PairTable similarity;
};

/// One phrase of one clip.
class Sequence {
public:
    Sequence(const EvaluationUnit& unit, Compared what) : m_unit(unit), m_what(what) {
        for (std::size_t found = 0; found < unit.found.size(); ++found) {
            if (unit.found[found].score > kLeastScore) {
                m_found.push_back(found);
            }
        }
        for (std::size_t frame = 0; frame < std::size_t(unit.frames); ++frame) {
            m_frames.push_back(frameAt(frame));
        }
        m_foundFrames.resize(unit.found.size());
        m_truthFrames.resize(unit.truth.size());
        align();
    }

    const std::vector<Frame>& frames() const { return m_frames; }
    /// In how many frames each is there.
    const std::vector<double>& foundFrames() const { return m_foundFrames; }
    const std::vector<double>& truthFrames() const { return m_truthFrames; }

    std::vector<RowAndColumn> matched(const Frame& frame) const {
        PairTable scores{frame.found.size(), frame.truth.size()};
        for (std::size_t row = 0; row < scores.rows; ++row) {
            for (std::size_t column = 0; column < scores.columns; ++column) {
                scores.at(row, column) =
                    m_alignment.at(frame.found[row], frame.truth[column]) * frame.similarity.at(row, column);
            }
        }
        return bestAssignment(scores);
    }

private:
    Frame frameAt(std::size_t at) const {
        Frame frame;
        for (const std::size_t found : m_found) {
            if (isThere(m_unit.found[found], at, m_what)) {
                frame.found.push_back(found);
            }
        }
        for (std::size_t truth = 0; truth < m_unit.truth.size(); ++truth) {
            if (isThere(m_unit.truth[truth], at, m_what)) {
                frame.truth.push_back(truth);
            }
        }
        frame.similarity = {frame.found.size(), frame.truth.size()};
        for (std::size_t row = 0; row < frame.found.size(); ++row) {
            for (std::size_t column = 0; column < frame.truth.size(); ++column) {
                const Track& found = m_unit.found[frame.found[row]];
                const Track& truth = m_unit.truth[frame.truth[column]];
                frame.similarity.at(row, column) = m_what == Compared::Boxes
                                                       ? boxIou(found.boxes[at], truth.boxes[at])
                                                       : iouOf(found.masks[at], truth.masks[at]);
            }
        }
        return frame;
    }

    /// How much two tracks belong together over the whole clip, before anyone is matched.
    void align() {
        PairTable shared{m_unit.found.size(), m_unit.truth.size()};
        for (const Frame& frame : m_frames) {
            addShared(frame, shared);
        }
        m_alignment = shared;
        for (std::size_t found = 0; found < shared.rows; ++found) {
            for (std::size_t truth = 0; truth < shared.columns; ++truth) {
                const double common = shared.at(found, truth);
                const double either = m_foundFrames[found] + m_truthFrames[truth] - common;
                m_alignment.at(found, truth) = either > 0 ? common / either : 0;
            }
        }
    }

    void addShared(const Frame& frame, PairTable& shared) {
        const PairTable& alike = frame.similarity;
        std::vector<double> ofFound(alike.rows), ofTruth(alike.columns);
        for (std::size_t row = 0; row < alike.rows; ++row) {
            ++m_foundFrames[frame.found[row]];
            for (std::size_t column = 0; column < alike.columns; ++column) {
                ofFound[row] += alike.at(row, column);
                ofTruth[column] += alike.at(row, column);
            }
        }
        for (const std::size_t truth : frame.truth) {
            ++m_truthFrames[truth];
        }
        for (std::size_t row = 0; row < alike.rows; ++row) {
            for (std::size_t column = 0; column < alike.columns; ++column) {
                const double all = ofFound[row] + ofTruth[column] - alike.at(row, column);
                if (all > kEpsilon) {
                    shared.at(frame.found[row], frame.truth[column]) += alike.at(row, column) / all;
                }
            }
        }
    }

    const EvaluationUnit& m_unit;
    Compared m_what;
    std::vector<std::size_t> m_found;
    std::vector<Frame> m_frames;
    std::vector<double> m_foundFrames, m_truthFrames;
    PairTable m_alignment;
};

std::vector<RowAndColumn> alikeEnough(const Frame& frame, std::vector<RowAndColumn> pairs, double least) {
    std::erase_if(pairs, [&](const RowAndColumn& pair) {
        return frame.similarity.at(pair.first, pair.second) < least - kEpsilon;
    });
    return pairs;
}

double ratio(double part, double whole) {
    return part / std::max(1.0, whole);
}

} // namespace

void PhraseHota::add(const EvaluationUnit& unit) {
    const Sequence sequence(unit, m_what);
    std::array<PairTable, kAlphas> matches;
    matches.fill(PairTable{unit.found.size(), unit.truth.size()});
    for (const Frame& frame : sequence.frames()) {
        const std::vector<RowAndColumn> pairs = sequence.matched(frame);
        for (std::size_t a = 0; a < kAlphas; ++a) {
            const std::vector<RowAndColumn> alike = alikeEnough(frame, pairs, alpha(a));
            for (const auto& [row, column] : alike) {
                m_sums[a].localisation += frame.similarity.at(row, column);
                ++matches[a].at(frame.found[row], frame.truth[column]);
            }
            const auto count = double(alike.size());
            m_sums[a].truePositive += count;
            m_sums[a].falsePositive += double(frame.found.size()) - count;
            m_sums[a].falseNegative += double(frame.truth.size()) - count;
        }
    }
    for (std::size_t a = 0; a < kAlphas; ++a) {
        addAssociation(m_sums[a], matches[a], sequence.foundFrames(), sequence.truthFrames());
    }
}

void PhraseHota::addAssociation(Sums& sums, const PairTable& matches, const std::vector<double>& foundFrames,
                                const std::vector<double>& truthFrames) {
    for (std::size_t found = 0; found < matches.rows; ++found) {
        for (std::size_t truth = 0; truth < matches.columns; ++truth) {
            const double count = matches.at(found, truth);
            const double either = foundFrames[found] + truthFrames[truth] - count;
            sums.association += count * count / std::max(1.0, either);
            sums.associationRecall += count * count / std::max(1.0, truthFrames[truth]);
            sums.associationPrecision += count * count / std::max(1.0, foundFrames[found]);
        }
    }
}

HotaFigures PhraseHota::figures() const {
    HotaFigures mean;
    for (const Sums& sums : m_sums) {
        const double matched = sums.truePositive;
        const double detA = ratio(matched, matched + sums.falseNegative + sums.falsePositive);
        const double detRe = ratio(matched, matched + sums.falseNegative);
        const double assA = ratio(sums.association, matched);
        mean.detA += detA / kAlphas;
        mean.detRe += detRe / kAlphas;
        mean.detPr += ratio(matched, matched + sums.falsePositive) / kAlphas;
        mean.assA += assA / kAlphas;
        mean.assRe += ratio(sums.associationRecall, matched) / kAlphas;
        mean.assPr += ratio(sums.associationPrecision, matched) / kAlphas;
        mean.locA += (matched > 0 ? sums.localisation / matched : 1) / kAlphas;
        mean.hota += std::sqrt(detA * assA) / kAlphas;
        mean.owta += std::sqrt(detRe * assA) / kAlphas;
    }
    return mean;
}

} // namespace core
