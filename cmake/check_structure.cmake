# SPDX-License-Identifier: Apache-2.0
# Fails the build when an #include points the wrong way or a file has grown too long.
#   cmake -DROOT=<source dir> -P cmake/check_structure.cmake
set(modules inference core gui cli)
set(max_lines 500)

foreach(module IN LISTS modules)
    file(GLOB_RECURSE files "${ROOT}/${module}/*.h" "${ROOT}/${module}/*.cpp")
    foreach(f IN LISTS files)
        file(STRINGS "${f}" lines REGEX "^[ \t]*#[ \t]*include")
        string(REPLACE "${ROOT}/" "" name "${f}")
        foreach(l IN LISTS lines)
            list(APPEND includes "${name}|${l}")
        endforeach()
        file(READ "${f}" text)
        string(REGEX MATCHALL "\n" newlines "${text}")
        list(LENGTH newlines n)
        if(n GREATER max_lines)
            list(APPEND errors "${name}: ${n} lines, the limit is ${max_lines}")
        endif()
    endforeach()
endforeach()

macro(deny files pattern why)                # no file whose path starts with <files> may include <pattern>
    foreach(entry IN LISTS includes)
        if(entry MATCHES "^${files}.*\\|.*(${pattern})")
            list(APPEND errors "${entry}\n      ${why}")
        endif()
    endforeach()
endmacro()

macro(only_in folder pattern)                # a foreign library enters through one folder
    foreach(entry IN LISTS includes)
        if(entry MATCHES "\\|.*(${pattern})" AND NOT entry MATCHES "^${folder}/")
            list(APPEND errors "${entry}\n      only ${folder}/ may include this")
        endif()
    endforeach()
endmacro()

set(engine_inside "\"inference/(base|tensor|device|ops|cpu|vulkan|weights|nn|model|session)/")
set(engine_speech "\"inference/api/(types|engine|image_session|video_session)")

deny("inference/" "\"(core|gui|cli)/"        "inference knows nothing above it")
deny("inference/" "<Q[A-Z]|<Qt"              "inference knows no Qt")
deny("core/"      "\"(gui|cli)/"             "core knows nothing above it")
deny("core/"      "<QtWidgets|<QWidget|<QGraphics|<QApplication" "core knows no widgets")
deny("(core|cli)/" "${engine_inside}"        "outside the engine only inference/api is visible")
deny("core/(base|mask|project|store|media|formats|models|query|review)/" "${engine_speech}" "only core/engine and core/auto_label speak to the engine")
deny("core/models/" "\"core/(engine|auto_label|store|project|media|formats)/" "getting a model knows nothing of labels or of running it")
deny("core/(base|mask|project)/" "\"core/(store|engine|auto_label|media|formats)/" "the project is plain data: no store, no engine, no files")
deny("gui/"       "\"inference/"             "gui speaks to core/engine/inference_service.h")
deny("gui/(main_window|actions|canvas|tools|docks|models|dialogs|status|keys)"
     "\"core/store/(sqlite|schema|edit_codec|project_store|store_writer)|\"core/auto_label/auto_labeler|\"core/engine/(threaded|inference_worker|request_queue|engine_bridge)"
     "gui sees services, not their parts: only main.cpp builds them")
deny("gui/(canvas|tools|docks|models|dialogs|status|keys)/" "\"gui/main_window" "parts of the window do not know the window")
deny("gui/tools/" "\"gui/(docks|dialogs)/"   "a tool reaches the window through ToolHost")

deny("inference/(base|tensor)/" "\"inference/(device|ops|cpu|vulkan|weights|nn|model|session)/|\"inference/api/(engine|image_session|video_session)" "base and tensor are the bottom; of api they may see plain values")
deny("inference/(device/(kernels|run)|ops/|weights/)" "\"inference/(cpu|vulkan|nn|model|session)/" "below the layers nothing knows a backend or a model")
deny("inference/nn/"    "\"inference/(cpu|vulkan|model|session)/"        "a layer sees ops, never a backend")
deny("inference/(session|api)/" "\"inference/(cpu|vulkan)/"          "only device.cpp chooses a backend")
deny("inference/model/" "\"inference/(cpu|vulkan|session)/"              "a model is written once, for every backend")
deny("inference/(cpu|vulkan)/" "\"inference/(ops|weights|nn|model|session)/" "a backend implements Kernels, nothing else")

only_in(inference/vulkan "<vulkan/")
only_in(inference/cpu    "<hwy/")
only_in(core/store       "<sqlite3")
only_in(core/models      "<QNetwork|<qt6keychain")
only_in(core/media       "<libav|<libsw")

if(errors)
    list(JOIN errors "\n  " text)
    message(FATAL_ERROR "Structure broken:\n  ${text}")
endif()
