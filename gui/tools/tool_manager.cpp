// SPDX-License-Identifier: Apache-2.0
#include "gui/tools/tool_manager.h"

#include "gui/session/session.h"
#include "gui/tools/box_tool.h"
#include "gui/tools/brush_tool.h"
#include "gui/tools/cut_tool.h"
#include "gui/tools/drag_tool.h"
#include "gui/tools/point_tool.h"
#include "gui/tools/polygon_tool.h"
#include "gui/tools/select_tool.h"
#include "gui/tools/vertex_tool.h"
#include "gui/tools/wand_tool.h"

#include "core/engine/inference_service.h"

namespace gui {

ToolManager::ToolManager(ToolHost& host, Session& session, QObject* parent) : QObject(parent) {
    m_tools[ToolId::Select] = std::make_unique<SelectTool>(host);
    m_tools[ToolId::Points] = std::make_unique<PointTool>(host);
    m_tools[ToolId::Exemplar] = std::make_unique<BoxTool>(host);
    m_tools[ToolId::Brush] = std::make_unique<BrushTool>(host, BrushTool::Kind::Paint);
    m_tools[ToolId::Eraser] = std::make_unique<BrushTool>(host, BrushTool::Kind::Erase);
    m_tools[ToolId::Lasso] = std::make_unique<DragTool>(host, DragTool::Kind::Lasso);
    m_tools[ToolId::Rectangle] = std::make_unique<DragTool>(host, DragTool::Kind::Rectangle);
    m_tools[ToolId::Polygon] = std::make_unique<PolygonTool>(host, PolygonTool::Kind::Straight);
    m_tools[ToolId::Scissors] = std::make_unique<PolygonTool>(host, PolygonTool::Kind::LiveWire);
    m_tools[ToolId::Wand] = std::make_unique<WandTool>(host);
    m_tools[ToolId::Cut] = std::make_unique<CutTool>(host);
    m_tools[ToolId::Vertices] = std::make_unique<VertexTool>(host);
    connect(&session.service(), &core::InferenceService::shapeSegmented, this,
            [this, &session](core::ImageId image, const QList<core::Candidate>& candidates) {
                if (image == session.image()) {
                    current().shapeAnswered(candidates);
                }
            });
    connect(&session.service(), &core::InferenceService::failed, this,
            [this, &session](const core::RequestKey& key, const QString& message) {
                if (key.kind == core::RequestKind::Shape && key.subject == session.image().value &&
                    current().shapeFailed()) {
                    session.report(message);
                }
            });
    connect(&session, &Session::imageChanged, this, [this] { current().imageChanged(); });
    connect(&session, &Session::editUndone, this,
            [this](const core::Edit& edit) { current().editUndone(edit); });
    connect(&session, &Session::editRedone, this,
            [this](const core::Edit& edit) { current().editRedone(edit); });
}

ToolManager::~ToolManager() = default;

PointTool& ToolManager::points() {
    return static_cast<PointTool&>(*m_tools.at(ToolId::Points));
}

QList<ToolId> ToolManager::ids() const {
    QList<ToolId> ids;
    for (const auto& [id, tool] : m_tools) {
        ids.append(id);
    }
    return ids;
}

void ToolManager::setCurrent(ToolId id, QPointF over) {
    if (id == m_current) {
        return;
    }
    current().deactivate();
    m_current = id;
    current().activate(over);
    emit currentChanged(id);
}

} // namespace gui
