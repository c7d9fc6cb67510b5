# SPDX-License-Identifier: Apache-2.0
# The programs find models and the demo pictures at <bin>/../share/maskwright, in the build tree as after installing.
set(data_dir ${CMAKE_BINARY_DIR}/share/maskwright)
add_custom_target(copy_resources ALL
    COMMAND ${CMAKE_COMMAND} -E make_directory ${data_dir}
    COMMAND ${CMAKE_COMMAND} -E copy_directory ${CMAKE_SOURCE_DIR}/resources/models ${data_dir}/models
    COMMAND ${CMAKE_COMMAND} -E copy_directory ${CMAKE_SOURCE_DIR}/resources/demo ${data_dir}/demo
    COMMENT "Copying the embedded model and the demo pictures")
install(DIRECTORY ${CMAKE_SOURCE_DIR}/resources/models ${CMAKE_SOURCE_DIR}/resources/demo
    DESTINATION share/maskwright)
