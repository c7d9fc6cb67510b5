<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>BoxTool</name>
    <message>
        <source>%1 can&apos;t search by example; type a phrase instead.</source>
        <translation>%1 no puede buscar por ejemplos; escribe una frase.</translation>
    </message>
    <message>
        <source>Drag a box round an example; Alt-drag round what it is not</source>
        <translation>Arrastra un cuadro alrededor de un ejemplo; con Alt, alrededor de lo que no es</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>Arrastrar</translation>
    </message>
    <message>
        <source>Find more like this</source>
        <translation>Buscar más como esto</translation>
    </message>
    <message>
        <source>Alt+drag</source>
        <translation>Alt+arrastrar</translation>
    </message>
    <message>
        <source>Not like this; right button too</source>
        <translation>No como esto; también con el botón derecho</translation>
    </message>
    <message>
        <source>Click a mask</source>
        <translation>Clic en una máscara</translation>
    </message>
    <message>
        <source>Take its box</source>
        <translation>Toma su cuadro</translation>
    </message>
</context>
<context>
    <name>BrushTool</name>
    <message>
        <source>Erase %1</source>
        <translation>Borrar de %1</translation>
    </message>
    <message>
        <source>Paint %1</source>
        <translation>Pintar %1</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>Arrastrar</translation>
    </message>
    <message>
        <source>One stroke: one step to undo</source>
        <translation>Un trazo: un paso para deshacer</translation>
    </message>
    <message>
        <source>Shift+click</source>
        <translation>Mayús+clic</translation>
    </message>
    <message>
        <source>Straight stroke from the last one</source>
        <translation>Trazo recto desde el anterior</translation>
    </message>
    <message>
        <source>Hold Alt</source>
        <translation>Mantener Alt</translation>
    </message>
    <message>
        <source>Brush erases, eraser paints</source>
        <translation>El pincel borra, el borrador pinta</translation>
    </message>
    <message>
        <source>Alt+wheel</source>
        <translation>Alt+rueda</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>%1, %2 px</source>
        <translation>%1, %2 px</translation>
    </message>
    <message>
        <source>Hold Shift</source>
        <translation>Mantener Mayús</translation>
    </message>
    <message>
        <source>Keeps the stroke on a line</source>
        <translation>Mantiene el trazo en una recta</translation>
    </message>
</context>
<context>
    <name>CutTool</name>
    <message>
        <source>Cut</source>
        <translation>Cortar</translation>
    </message>
    <message>
        <source>Nothing was cut: the line must cross an unlocked instance from side to side.</source>
        <translation>No se cortó nada: la línea debe cruzar de lado a lado una instancia sin bloquear.</translation>
    </message>
    <message>
        <source>Draw a line across %1 to cut it; Shift keeps the line straight</source>
        <translation>Trace una línea a través de %1 para cortarla; Mayús la mantiene recta</translation>
    </message>
    <message>
        <source>Draw a line across an instance to cut it; Shift keeps the line straight</source>
        <translation>Trace una línea a través de una instancia para cortarla; Mayús la mantiene recta</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>Arrastrar</translation>
    </message>
    <message>
        <source>Line that cuts</source>
        <translation>Línea que corta</translation>
    </message>
    <message>
        <source>Hold Shift</source>
        <translation>Mantener Mayús</translation>
    </message>
    <message>
        <source>Straight line</source>
        <translation>Línea recta</translation>
    </message>
</context>
<context>
    <name>DragTool</name>
    <message>
        <source>Drag round the pixels. %1</source>
        <translation>Arrastre alrededor de los píxeles. %1</translation>
    </message>
    <message>
        <source>Drag a box. %1</source>
        <translation>Arrastre un rectángulo. %1</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>Arrastrar</translation>
    </message>
    <message>
        <source>Adds the pixels inside</source>
        <translation>Añade los píxeles de dentro</translation>
    </message>
    <message>
        <source>Alt+drag</source>
        <translation>Alt+arrastrar</translation>
    </message>
    <message>
        <source>Takes them away</source>
        <translation>Los quita</translation>
    </message>
</context>
<context>
    <name>MaskTool</name>
    <message>
        <source>This instance is locked. Unlock it with Ctrl+L to change it.</source>
        <translation>Esta instancia está bloqueada. Desbloquéela con Ctrl+L para cambiarla.</translation>
    </message>
    <message>
        <source>Add to %1</source>
        <translation>Añadir a %1</translation>
    </message>
    <message>
        <source>Take from %1</source>
        <translation>Quitar de %1</translation>
    </message>
    <message>
        <source>Takes from %1</source>
        <translation>Quita de %1</translation>
    </message>
    <message>
        <source>Adds to %1</source>
        <translation>Añade a %1</translation>
    </message>
    <message>
        <source>Edits the mask it begins in</source>
        <translation>Edita la máscara en la que empieza</translation>
    </message>
    <message>
        <source>Begin inside a mask to take from it</source>
        <translation>Empiece dentro de una máscara para quitarle</translation>
    </message>
    <message>
        <source>Makes a new %1</source>
        <translation>Crea un nuevo %1</translation>
    </message>
</context>
<context>
    <name>PointTool</name>
    <message>
        <source>No model that answers clicks is loaded. Brush and eraser work without one.</source>
        <translation>No hay cargado ningún modelo que responda a clics. El pincel y el borrador funcionan sin él.</translation>
    </message>
    <message>
        <source>This instance is locked. Unlock it with Ctrl+L to correct it.</source>
        <translation>Esta instancia está bloqueada. Desbloquéala con Ctrl+L para corregirla.</translation>
    </message>
    <message>
        <source>Click on the object first; the right button then takes parts away.</source>
        <translation>Haz clic primero en el objeto; el botón derecho quita partes después.</translation>
    </message>
    <message>
        <source>Select the instance to tidy first.</source>
        <translation>Selecciona primero la instancia que se va a pulir.</translation>
    </message>
    <message>
        <source>The model found nothing there. Try a point nearer the middle, or drag a box.</source>
        <translation>El modelo no encontró nada ahí. Prueba un punto más cerca del centro o arrastra un cuadro.</translation>
    </message>
    <message>
        <source>Box on %1</source>
        <translation>Cuadro en %1</translation>
    </message>
    <message>
        <source>Point on %1</source>
        <translation>Punto en %1</translation>
    </message>
    <message>
        <source>Tidy %1</source>
        <translation>Pulir %1</translation>
    </message>
    <message>
        <source>Asking the model …</source>
        <translation>Preguntando al modelo …</translation>
    </message>
    <message>
        <source>Shape %1 of %2, score %3: Tab shows the next; a click corrects it</source>
        <translation>Forma %1 de %2, puntuación %3: Tab muestra la siguiente; un clic la corrige</translation>
    </message>
    <message>
        <source>Left click adds to %1, right click takes away, drag draws its box, Ctrl+drag a scribble</source>
        <translation>El clic izquierdo añade a %1, el derecho quita, arrastrar dibuja su cuadro, Ctrl+arrastrar un garabato</translation>
    </message>
    <message>
        <source>Click on an object or drag its box: a new %1</source>
        <translation>Haz clic en un objeto o arrastra su cuadro: una nueva instancia de %1</translation>
    </message>
    <message>
        <source>Click</source>
        <translation>Clic</translation>
    </message>
    <message>
        <source>This belongs to it</source>
        <translation>Esto le pertenece</translation>
    </message>
    <message>
        <source>Right-click</source>
        <translation>Clic derecho</translation>
    </message>
    <message>
        <source>This does not</source>
        <translation>Esto no</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>Arrastrar</translation>
    </message>
    <message>
        <source>Box around it</source>
        <translation>Cuadro alrededor</translation>
    </message>
    <message>
        <source>Ctrl+drag</source>
        <translation>Ctrl+arrastrar</translation>
    </message>
    <message>
        <source>Scribble: points along the line</source>
        <translation>Garabato: puntos a lo largo de la línea</translation>
    </message>
    <message>
        <source>Right-drag</source>
        <translation>Arrastrar con el botón derecho</translation>
    </message>
    <message>
        <source>Scribble on what does not belong to it</source>
        <translation>Garabato sobre lo que no le pertenece</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>Another shape for the same click</source>
        <translation>Otra forma para el mismo clic</translation>
    </message>
</context>
<context>
    <name>PolygonTool</name>
    <message>
        <source>A polygon needs three corners. Click on, or press Esc.</source>
        <translation>Un polígono necesita tres esquinas. Siga haciendo clic o pulse Esc.</translation>
    </message>
    <message>
        <source>Enter or a double-click closes the shape, Backspace takes the last corner back</source>
        <translation>Intro o doble clic cierra la forma; Retroceso quita la última esquina</translation>
    </message>
    <message>
        <source>Click corner after corner. %1</source>
        <translation>Haga clic esquina tras esquina. %1</translation>
    </message>
    <message>
        <source>Click along an edge; the line follows it. %1</source>
        <translation>Haga clic a lo largo de un borde; la línea lo sigue. %1</translation>
    </message>
    <message>
        <source>Click</source>
        <translation>Clic</translation>
    </message>
    <message>
        <source>Next corner; Alt at the first one takes away</source>
        <translation>Siguiente esquina; Alt en la primera quita</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>Arrastrar</translation>
    </message>
    <message>
        <source>Moves a corner</source>
        <translation>Mueve una esquina</translation>
    </message>
    <message>
        <source>Enter, double-click</source>
        <translation>Intro, doble clic</translation>
    </message>
    <message>
        <source>Closes the shape</source>
        <translation>Cierra la forma</translation>
    </message>
    <message>
        <source>Backspace</source>
        <translation>Retroceso</translation>
    </message>
    <message>
        <source>Takes the last corner back</source>
        <translation>Quita la última esquina</translation>
    </message>
    <message>
        <source>Hold Ctrl</source>
        <translation>Mantener Ctrl</translation>
    </message>
    <message>
        <source>No snapping to other borders</source>
        <translation>Sin ajuste a otros bordes</translation>
    </message>
</context>
<context>
    <name>SelectTool</name>
    <message>
        <source>Click accepts this proposal, X rejects it</source>
        <translation>Un clic acepta esta propuesta, X la rechaza</translation>
    </message>
    <message>
        <source>Click selects, again selects what lies below; drag selects several</source>
        <translation>Un clic selecciona, otro selecciona lo de debajo; arrastrar selecciona varias</translation>
    </message>
    <message>
        <source>Click</source>
        <translation>Clic</translation>
    </message>
    <message>
        <source>Select; again: the instance below</source>
        <translation>Seleccionar; otra vez: la instancia de debajo</translation>
    </message>
    <message>
        <source>Shift+click</source>
        <translation>Mayús+clic</translation>
    </message>
    <message>
        <source>Select one more</source>
        <translation>Seleccionar una más</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>Arrastrar</translation>
    </message>
    <message>
        <source>Select all inside the band</source>
        <translation>Seleccionar todo lo que hay dentro del marco</translation>
    </message>
    <message>
        <source>Click a proposal</source>
        <translation>Clic en una propuesta</translation>
    </message>
    <message>
        <source>Accept it</source>
        <translation>Aceptarla</translation>
    </message>
    <message>
        <source>Double-click</source>
        <translation>Doble clic</translation>
    </message>
    <message>
        <source>Zoom to the instance</source>
        <translation>Ampliar la instancia</translation>
    </message>
    <message>
        <source>Alt+wheel</source>
        <translation>Alt+rueda</translation>
    </message>
    <message>
        <source>Walk down and up through what lies there</source>
        <translation>Recorrer lo que hay ahí, abajo y arriba</translation>
    </message>
</context>
<context>
    <name>Tool</name>
    <message>
        <source>Click or drag</source>
        <translation>Clic o arrastrar</translation>
    </message>
    <message>
        <source>object</source>
        <translation>objeto</translation>
    </message>
</context>
<context>
    <name>VertexTool</name>
    <message>
        <source>Delete vertex of %1</source>
        <translation>Eliminar vértice de %1</translation>
    </message>
    <message>
        <source>Move vertices of %1</source>
        <translation>Mover vértices de %1</translation>
    </message>
    <message>
        <source>Delete vertices of %1</source>
        <translation>Eliminar vértices de %1</translation>
    </message>
    <message>
        <source>Click an instance to edit its outline</source>
        <translation>Haga clic en una instancia para editar su contorno</translation>
    </message>
    <message>
        <source>Chosen vertices: %1. A drag moves them, Delete removes them</source>
        <translation>Vértices elegidos: %1. Arrastrar los mueve, Supr los elimina</translation>
    </message>
    <message>
        <source>Drag a vertex, or the line to add one; Alt-click removes; drag a box to choose</source>
        <translation>Arrastre un vértice, o la línea para añadir uno; Alt-clic elimina; un rectángulo elige</translation>
    </message>
    <message>
        <source>Tracing the outline …</source>
        <translation>Trazando el contorno …</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>Arrastrar</translation>
    </message>
    <message>
        <source>Moves vertices, or adds one on the line</source>
        <translation>Mueve vértices o añade uno en la línea</translation>
    </message>
    <message>
        <source>Alt+click</source>
        <translation>Alt+clic</translation>
    </message>
    <message>
        <source>Removes a vertex</source>
        <translation>Elimina un vértice</translation>
    </message>
    <message>
        <source>Drag beside</source>
        <translation>Arrastrar al lado</translation>
    </message>
    <message>
        <source>Chooses those in a box</source>
        <translation>Elige los de un rectángulo</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supr</translation>
    </message>
    <message>
        <source>Removes the chosen ones</source>
        <translation>Elimina los elegidos</translation>
    </message>
</context>
<context>
    <name>WandTool</name>
    <message>
        <source>Drag right for more, left for less: tolerance %1</source>
        <translation>A la derecha más, a la izquierda menos: tolerancia %1</translation>
    </message>
    <message>
        <source>Click takes similar pixels (tolerance %1), a drag sets how similar. %2</source>
        <translation>Un clic toma píxeles similares (tolerancia %1); arrastrar fija cuánto. %2</translation>
    </message>
    <message>
        <source>Click</source>
        <translation>Clic</translation>
    </message>
    <message>
        <source>Adds similar pixels</source>
        <translation>Añade píxeles similares</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>Arrastrar</translation>
    </message>
    <message>
        <source>Sets how similar</source>
        <translation>Fija cuánto se parecen</translation>
    </message>
    <message>
        <source>Alt+click</source>
        <translation>Alt+clic</translation>
    </message>
    <message>
        <source>Takes them away</source>
        <translation>Los quita</translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>Open &amp;folder …</source>
        <translation>&amp;Abrir carpeta …</translation>
    </message>
    <message>
        <source>Label the images of a folder</source>
        <translation>Etiquetar las imágenes de una carpeta</translation>
    </message>
    <message>
        <source>Open &amp;project …</source>
        <translation>Abrir &amp;proyecto …</translation>
    </message>
    <message>
        <source>Open a .maskwright file</source>
        <translation>Abrir un archivo .maskwright</translation>
    </message>
    <message>
        <source>Add &amp;images …</source>
        <translation>Añadir &amp;imágenes …</translation>
    </message>
    <message>
        <source>Add image files to the project</source>
        <translation>Añadir archivos de imagen al proyecto</translation>
    </message>
    <message>
        <source>Open &amp;demo project</source>
        <translation>Abrir el proyecto &amp;de prueba</translation>
    </message>
    <message>
        <source>Pictures to try everything on</source>
        <translation>Imágenes para probarlo todo</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Salir</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Deshacer</translation>
    </message>
    <message>
        <source>Take the last change back</source>
        <translation>Deshacer el último cambio</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Rehacer</translation>
    </message>
    <message>
        <source>Make the change again</source>
        <translation>Volver a hacer el cambio</translation>
    </message>
    <message>
        <source>&amp;Delete instance</source>
        <translation>&amp;Eliminar instancia</translation>
    </message>
    <message>
        <source>Delete what is selected</source>
        <translation>Eliminar lo seleccionado</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>&amp;Seleccionar todo</translation>
    </message>
    <message>
        <source>All of the current label; again: all</source>
        <translation>Todas las de la clase actual; otra vez: todas</translation>
    </message>
    <message>
        <source>Select &amp;none</source>
        <translation>&amp;No seleccionar nada</translation>
    </message>
    <message>
        <source>Re&amp;ject</source>
        <translation>Re&amp;chazar</translation>
    </message>
    <message>
        <source>Reject the proposal or instance under the pointer</source>
        <translation>Rechazar la propuesta o instancia bajo el puntero</translation>
    </message>
    <message>
        <source>&amp;Fill holes</source>
        <translation>&amp;Rellenar huecos</translation>
    </message>
    <message>
        <source>Fill the holes of what is selected</source>
        <translation>Rellenar los huecos de lo seleccionado</translation>
    </message>
    <message>
        <source>Keep the &amp;largest part</source>
        <translation>&amp;Conservar la parte mayor</translation>
    </message>
    <message>
        <source>Drop the islands of what is selected</source>
        <translation>Quitar las islas de lo seleccionado</translation>
    </message>
    <message>
        <source>&amp;Grow by a pixel</source>
        <translation>Crecer &amp;un píxel</translation>
    </message>
    <message>
        <source>&amp;Lock or unlock</source>
        <translation>&amp;Bloquear o desbloquear</translation>
    </message>
    <message>
        <source>A locked instance can&apos;t be changed</source>
        <translation>Una instancia bloqueada no se puede cambiar</translation>
    </message>
    <message>
        <source>&amp;Hide or show</source>
        <translation>&amp;Ocultar o mostrar</translation>
    </message>
    <message>
        <source>Hide what is selected</source>
        <translation>Ocultar lo seleccionado</translation>
    </message>
    <message>
        <source>&amp;Select</source>
        <translation>&amp;Seleccionar</translation>
    </message>
    <message>
        <source>Pick instances; click again for the one below</source>
        <translation>Elegir instancias; otro clic toma la de debajo</translation>
    </message>
    <message>
        <source>&amp;Brush</source>
        <translation>&amp;Pincel</translation>
    </message>
    <message>
        <source>Paint on the selected instance, or a new one; Alt erases</source>
        <translation>Pintar en la instancia seleccionada o en una nueva; Alt borra</translation>
    </message>
    <message>
        <source>&amp;Eraser</source>
        <translation>&amp;Borrador</translation>
    </message>
    <message>
        <source>Erase from the selected instance; Alt paints</source>
        <translation>Borrar de la instancia seleccionada; Alt pinta</translation>
    </message>
    <message>
        <source>&amp;Points</source>
        <translation>Pu&amp;ntos</translation>
    </message>
    <message>
        <source>Click what belongs to one instance, right-click what doesn&apos;t, or drag its box</source>
        <translation>Clic en lo que pertenece a una instancia, clic derecho en lo que no, o arrastra su cuadro</translation>
    </message>
    <message>
        <source>E&amp;xemplar box</source>
        <translation>&amp;Cuadro de ejemplo</translation>
    </message>
    <message>
        <source>Drag round one example to find all like it; Alt-drag: not like this</source>
        <translation>Arrastra alrededor de un ejemplo para encontrar todos los parecidos; con Alt: no como esto</translation>
    </message>
    <message>
        <source>Larger brush</source>
        <translation>Pincel más grande</translation>
    </message>
    <message>
        <source>Smaller brush</source>
        <translation>Pincel más pequeño</translation>
    </message>
    <message>
        <source>&amp;Phrase</source>
        <translation>&amp;Frase</translation>
    </message>
    <message>
        <source>Type what to find in the image</source>
        <translation>Escribe qué buscar en la imagen</translation>
    </message>
    <message>
        <source>&amp;Find again</source>
        <translation>&amp;Buscar de nuevo</translation>
    </message>
    <message>
        <source>Ask the model once more with the present phrase and boxes</source>
        <translation>Preguntar otra vez al modelo con la frase y los cuadros actuales</translation>
    </message>
    <message>
        <source>Accept and go &amp;on</source>
        <translation>Aceptar &amp;y seguir</translation>
    </message>
    <message>
        <source>&amp;Drop proposals</source>
        <translation>&amp;Descartar propuestas</translation>
    </message>
    <message>
        <source>Forget what the model found</source>
        <translation>Olvidar lo que encontró el modelo</translation>
    </message>
    <message>
        <source>&amp;Tidy with the model</source>
        <translation>&amp;Pulir con el modelo</translation>
    </message>
    <message>
        <source>The model redraws the selected instance from its present mask</source>
        <translation>El modelo vuelve a dibujar la instancia seleccionada a partir de su máscara actual</translation>
    </message>
    <message>
        <source>Pre&amp;view clicks</source>
        <translation>&amp;Ver los clics antes</translation>
    </message>
    <message>
        <source>Show what a click would give while the pointer rests</source>
        <translation>Mostrar lo que daría un clic mientras el puntero está quieto</translation>
    </message>
    <message>
        <source>Open &amp;model …</source>
        <translation>Abrir &amp;modelo …</translation>
    </message>
    <message>
        <source>Load another model file</source>
        <translation>Cargar otro archivo de modelo</translation>
    </message>
    <message>
        <source>&amp;Get a model …</source>
        <translation>&amp;Obtener un modelo …</translation>
    </message>
    <message>
        <source>Download, import or choose a model</source>
        <translation>Descargar, importar o elegir un modelo</translation>
    </message>
    <message>
        <source>&amp;Stop the model</source>
        <translation>Detener &amp;el modelo</translation>
    </message>
    <message>
        <source>Stop what the model is doing</source>
        <translation>Detener lo que el modelo está haciendo</translation>
    </message>
    <message>
        <source>&amp;Previous image</source>
        <translation>&amp;Imagen anterior</translation>
    </message>
    <message>
        <source>&amp;Next image</source>
        <translation>Imagen &amp;siguiente</translation>
    </message>
    <message>
        <source>Ten images back</source>
        <translation>Diez imágenes atrás</translation>
    </message>
    <message>
        <source>Ten images on</source>
        <translation>Diez imágenes adelante</translation>
    </message>
    <message>
        <source>Next &amp;instance</source>
        <translation>I&amp;nstancia siguiente</translation>
    </message>
    <message>
        <source>Select the next instance and zoom to it</source>
        <translation>Seleccionar la instancia siguiente y ampliarla</translation>
    </message>
    <message>
        <source>Previous instance</source>
        <translation>Instancia anterior</translation>
    </message>
    <message>
        <source>&amp;Fit in window</source>
        <translation>&amp;Ajustar a la ventana</translation>
    </message>
    <message>
        <source>&amp;100 %</source>
        <translation>&amp;100 %</translation>
    </message>
    <message>
        <source>One image pixel for each pixel of the screen</source>
        <translation>Un píxel de imagen por cada píxel de la pantalla</translation>
    </message>
    <message>
        <source>Zoom to &amp;selection</source>
        <translation>Ampliar &amp;la selección</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>Al&amp;ejar</translation>
    </message>
    <message>
        <source>Next &amp;view mode</source>
        <translation>&amp;Modo de vista siguiente</translation>
    </message>
    <message>
        <source>Overlay, outlines, masks only, cut-out</source>
        <translation>Superposición, contornos, solo máscaras, recorte</translation>
    </message>
    <message>
        <source>Stronger fill</source>
        <translation>Relleno más fuerte</translation>
    </message>
    <message>
        <source>Weaker fill</source>
        <translation>Relleno más débil</translation>
    </message>
    <message>
        <source>Hide all masks while the key is down</source>
        <translation>Ocultar todas las máscaras mientras se pulsa la tecla</translation>
    </message>
    <message>
        <source>&amp;Canvas only</source>
        <translation>S&amp;olo el lienzo</translation>
    </message>
    <message>
        <source>Hide all panels</source>
        <translation>Ocultar todos los paneles</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>&amp;Como el sistema</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>C&amp;laro</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Oscuro</translation>
    </message>
    <message>
        <source>Masks may o&amp;verlap</source>
        <translation>&amp;Las máscaras pueden solaparse</translation>
    </message>
    <message>
        <source>Strokes leave other instances alone</source>
        <translation>Los trazos no tocan otras instancias</translation>
    </message>
    <message>
        <source>Strokes stop at other instances</source>
        <translation>Los trazos se detienen en otras instancias</translation>
    </message>
    <message>
        <source>Take from &amp;others</source>
        <translation>&amp;Quitar a las demás</translation>
    </message>
    <message>
        <source>Strokes take pixels from other instances</source>
        <translation>Los trazos quitan píxeles a otras instancias</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Stroke, then proposals, then the model&apos;s run, then the selection</source>
        <translation>El trazo, luego las propuestas, luego la ejecución del modelo, luego la selección</translation>
    </message>
    <message>
        <source>Find a &amp;command …</source>
        <translation>&amp;Buscar una orden …</translation>
    </message>
    <message>
        <source>Run any command by its name</source>
        <translation>Ejecutar cualquier orden por su nombre</translation>
    </message>
    <message>
        <source>&amp;Keys at a glance</source>
        <translation>&amp;Teclas de un vistazo</translation>
    </message>
    <message>
        <source>The keys of the present tool; once more: all keys</source>
        <translation>Las teclas de la herramienta actual; otra vez: todas</translation>
    </message>
    <message>
        <source>K&amp;eyboard …</source>
        <translation>T&amp;eclado …</translation>
    </message>
    <message>
        <source>Look up and change keys, or take those of another program</source>
        <translation>Consultar y cambiar teclas, o usar las de otro programa</translation>
    </message>
    <message>
        <source>&amp;About Maskwright</source>
        <translation>&amp;Acerca de Maskwright</translation>
    </message>
    <message>
        <source>Give label %1</source>
        <translation>Dar la clase %1</translation>
    </message>
    <message>
        <source>Label what is selected, and what is drawn next</source>
        <translation>Clase de lo seleccionado y de lo que se dibuje después</translation>
    </message>
    <message>
        <source>Find label %1</source>
        <translation>Buscar la clase %1</translation>
    </message>
    <message>
        <source>Find everything of that label in the image</source>
        <translation>Buscar todo lo de esa clase en la imagen</translation>
    </message>
    <message>
        <source>not possible now</source>
        <translation>ahora no es posible</translation>
    </message>
    <message>
        <source>Colour by &amp;label</source>
        <translation>&amp;Color según la clase</translation>
    </message>
    <message>
        <source>Colour by &amp;instance</source>
        <translation>Color &amp;según la instancia</translation>
    </message>
    <message>
        <source>Colour by &amp;score</source>
        <translation>Color según &amp;la puntuación</translation>
    </message>
    <message>
        <source>Colour by s&amp;ource</source>
        <translation>Color según &amp;el origen</translation>
    </message>
    <message>
        <source>By hand, by a prompt, by a run, imported</source>
        <translation>A mano, por una petición, por una ejecución, importada</translation>
    </message>
    <message>
        <source>Colour by s&amp;tate</source>
        <translation>C&amp;olor según el estado</translation>
    </message>
    <message>
        <source>Automatic, corrected, accepted</source>
        <translation>Automática, corregida, aceptada</translation>
    </message>
    <message>
        <source>&amp;Patterns</source>
        <translation>&amp;Tramas</translation>
    </message>
    <message>
        <source>Labels differ in the pattern of their fill as well</source>
        <translation>Las clases se distinguen también por la trama del relleno</translation>
    </message>
    <message>
        <source>Colour-&amp;blind-safe labels</source>
        <translation>Clases &amp;aptas para daltónicos</translation>
    </message>
    <message>
        <source>Give the labels colours that everybody can tell apart</source>
        <translation>Dar a las clases colores que todos distinguen</translation>
    </message>
    <message>
        <source>&amp;Mini-map</source>
        <translation>Minima&amp;pa</translation>
    </message>
    <message>
        <source>The whole picture in a corner; click to go there</source>
        <translation>Toda la imagen en una esquina; clic para ir allí</translation>
    </message>
    <message>
        <source>&amp;Rulers</source>
        <translation>&amp;Reglas</translation>
    </message>
    <message>
        <source>In pixels of the image</source>
        <translation>En píxeles de la imagen</translation>
    </message>
    <message>
        <source>&amp;High contrast</source>
        <translation>&amp;Alto contraste</translation>
    </message>
    <message>
        <source>White on black, with a line round everything</source>
        <translation>Blanco sobre negro, con una línea alrededor de todo</translation>
    </message>
    <message>
        <source>&amp;Larger text</source>
        <translation>&amp;Texto más grande</translation>
    </message>
    <message>
        <source>In the whole window</source>
        <translation>En toda la ventana</translation>
    </message>
    <message>
        <source>&amp;Smaller text</source>
        <translation>Texto &amp;más pequeño</translation>
    </message>
    <message>
        <source>&amp;Normal text</source>
        <translation>Texto &amp;normal</translation>
    </message>
    <message>
        <source>As large as the system says</source>
        <translation>Del tamaño que indica el sistema</translation>
    </message>
    <message>
        <source>&amp;Label</source>
        <translation>&amp;Etiquetar</translation>
    </message>
    <message>
        <source>Panels for labelling</source>
        <translation>Paneles para etiquetar</translation>
    </message>
    <message>
        <source>&amp;Review</source>
        <translation>&amp;Revisar</translation>
    </message>
    <message>
        <source>Panels for review: the images as a list</source>
        <translation>Paneles para revisar: las imágenes como lista</translation>
    </message>
    <message>
        <source>&amp;Video</source>
        <translation>&amp;Vídeo</translation>
    </message>
    <message>
        <source>Panels for video: the images as a film strip</source>
        <translation>Paneles para vídeo: las imágenes como tira</translation>
    </message>
    <message>
        <source>Bring &amp;panels back</source>
        <translation>Recuperar &amp;los paneles</translation>
    </message>
    <message>
        <source>Every panel in its first place</source>
        <translation>Cada panel en su lugar inicial</translation>
    </message>
    <message>
        <source>Shri&amp;nk by a pixel</source>
        <translation>&amp;Encoger un píxel</translation>
    </message>
    <message>
        <source>Show &amp;alone</source>
        <translation>&amp;Mostrar solo esto</translation>
    </message>
    <message>
        <source>Hide everything but what is selected; again: show all</source>
        <translation>Ocultar todo menos lo seleccionado; otra vez: mostrar todo</translation>
    </message>
    <message>
        <source>Sho&amp;w all</source>
        <translation>Mostrar &amp;todo</translation>
    </message>
    <message>
        <source>Show what is hidden in this image</source>
        <translation>Mostrar lo oculto en esta imagen</translation>
    </message>
    <message>
        <source>Hide or show label</source>
        <translation>Ocultar o mostrar la clase</translation>
    </message>
    <message>
        <source>All instances of the current label in this image</source>
        <translation>Todas las instancias de la clase actual en esta imagen</translation>
    </message>
    <message>
        <source>Lock or unlock label</source>
        <translation>Bloquear o desbloquear la clase</translation>
    </message>
    <message>
        <source>Show label alone</source>
        <translation>Mostrar solo la clase</translation>
    </message>
    <message>
        <source>Hide what is not of the current label; again: show all</source>
        <translation>Ocultar lo que no es de la clase actual; otra vez: mostrar todo</translation>
    </message>
    <message>
        <source>&amp;Group</source>
        <translation>&amp;Agrupar</translation>
    </message>
    <message>
        <source>What is selected belongs together</source>
        <translation>Lo seleccionado forma un grupo</translation>
    </message>
    <message>
        <source>&amp;Ungroup</source>
        <translation>&amp;Desagrupar</translation>
    </message>
    <message>
        <source>What is selected belongs to no group</source>
        <translation>Lo seleccionado no pertenece a ningún grupo</translation>
    </message>
    <message>
        <source>Many instances that nobody told apart; exported as such</source>
        <translation>Muchas instancias sin separar; se exportan como tales</translation>
    </message>
    <message>
        <source>&amp;Pick a label</source>
        <translation>&amp;Elegir una clase</translation>
    </message>
    <message>
        <source>Letters find it; Enter gives it to what is selected</source>
        <translation>Las letras la encuentran; Intro la da a lo seleccionado</translation>
    </message>
    <message>
        <source>&amp;Merge or delete labels …</source>
        <translation>&amp;Fusionar o eliminar clases …</translation>
    </message>
    <message>
        <source>Over the whole data set, as one step</source>
        <translation>En todo el conjunto de datos, como un solo paso</translation>
    </message>
    <message>
        <source>&amp;Filter</source>
        <translation>&amp;Filtro</translation>
    </message>
    <message>
        <source>Type which images and instances to list</source>
        <translation>Escribe qué imágenes e instancias listar</translation>
    </message>
    <message>
        <source>&amp;Zoom in</source>
        <translation>A&amp;cercar</translation>
    </message>
    <message>
        <source>P&amp;eek</source>
        <translation>&amp;Ver debajo</translation>
    </message>
    <message>
        <source>Pro&amp;tect others</source>
        <translation>Proteger las &amp;demás</translation>
    </message>
    <message>
        <source>C&amp;rowd region</source>
        <translation>&amp;Región de multitud</translation>
    </message>
    <message>
        <source>Make a &amp;checkpoint</source>
        <translation>Crear un punto de control</translation>
    </message>
    <message>
        <source>Keep this state; work is saved by itself all the time</source>
        <translation>Guardar este estado; el trabajo se guarda solo todo el tiempo</translation>
    </message>
    <message>
        <source>&amp;Backups and checkpoints …</source>
        <translation>Copias y puntos de control …</translation>
    </message>
    <message>
        <source>Go back to an earlier state, as a new project</source>
        <translation>Volver a un estado anterior, como proyecto nuevo</translation>
    </message>
    <message>
        <source>Grow by …</source>
        <translation>Crecer en …</translation>
    </message>
    <message>
        <source>Grow what is selected by a number of pixels, shown before it is stored</source>
        <translation>Crece lo seleccionado un número de píxeles, mostrado antes de guardarse</translation>
    </message>
    <message>
        <source>Shrink by …</source>
        <translation>Encoger en …</translation>
    </message>
    <message>
        <source>Shrink what is selected by a number of pixels</source>
        <translation>Encoge lo seleccionado un número de píxeles</translation>
    </message>
    <message>
        <source>Smooth by …</source>
        <translation>Suavizar en …</translation>
    </message>
    <message>
        <source>Round corners and drop threads thinner than the number</source>
        <translation>Redondea esquinas y quita hilos más finos que el número</translation>
    </message>
    <message>
        <source>Fill small holes …</source>
        <translation>Rellenar huecos pequeños …</translation>
    </message>
    <message>
        <source>Fill the holes of fewer pixels than the number</source>
        <translation>Rellena los huecos de menos píxeles que el número</translation>
    </message>
    <message>
        <source>Drop small islands …</source>
        <translation>Quitar islas pequeñas …</translation>
    </message>
    <message>
        <source>Drop the parts of fewer pixels than the number</source>
        <translation>Quita las partes de menos píxeles que el número</translation>
    </message>
    <message>
        <source>Simplify …</source>
        <translation>Simplificar …</translation>
    </message>
    <message>
        <source>A border of fewer vertices; tells the overlap and the largest error before it is stored</source>
        <translation>Un borde de menos vértices; dice el solape y el error máximo antes de guardarse</translation>
    </message>
    <message>
        <source>Split parts</source>
        <translation>Separar partes</translation>
    </message>
    <message>
        <source>Every part becomes an instance; the largest keeps the id</source>
        <translation>Cada parte pasa a ser una instancia; la mayor conserva el id</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Fusionar</translation>
    </message>
    <message>
        <source>One instance of all selected; the first one keeps its id</source>
        <translation>Una instancia de todas las seleccionadas; la primera conserva su id</translation>
    </message>
    <message>
        <source>Subtract</source>
        <translation>Restar</translation>
    </message>
    <message>
        <source>Take the other selected instances from the first one</source>
        <translation>Quita de la primera las demás seleccionadas</translation>
    </message>
    <message>
        <source>Intersect</source>
        <translation>Intersecar</translation>
    </message>
    <message>
        <source>Keep of the first one what all selected share; the others go</source>
        <translation>Conserva de la primera lo común a todas; las demás desaparecen</translation>
    </message>
    <message>
        <source>Exclude overlap</source>
        <translation>Excluir solape</translation>
    </message>
    <message>
        <source>Keep what an odd number of the selected has; the others go</source>
        <translation>Conserva lo que tiene un número impar de ellas; las demás desaparecen</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplicar</translation>
    </message>
    <message>
        <source>Copies of what is selected, a little aside</source>
        <translation>Copias de lo seleccionado, algo desplazadas</translation>
    </message>
    <message>
        <source>Copy instances</source>
        <translation>Copiar instancias</translation>
    </message>
    <message>
        <source>To the clipboard, as text</source>
        <translation>Al portapapeles, como texto</translation>
    </message>
    <message>
        <source>Paste instances</source>
        <translation>Pegar instancias</translation>
    </message>
    <message>
        <source>From the clipboard, at the same pixels</source>
        <translation>Del portapapeles, en los mismos píxeles</translation>
    </message>
    <message>
        <source>Copy to the next image</source>
        <translation>Copiar a la imagen siguiente</translation>
    </message>
    <message>
        <source>Copies of what is selected on the next image</source>
        <translation>Copias de lo seleccionado en la imagen siguiente</translation>
    </message>
    <message>
        <source>Interpolate to here</source>
        <translation>Interpolar hasta aquí</translation>
    </message>
    <message>
        <source>Masks for the images between the last one with this label and this one</source>
        <translation>Máscaras para las imágenes entre la última de esta clase y esta</translation>
    </message>
    <message>
        <source>Lasso</source>
        <translation>Lazo</translation>
    </message>
    <message>
        <source>Drag round pixels to add them; Alt takes them away</source>
        <translation>Arrastre alrededor de píxeles para añadirlos; Alt los quita</translation>
    </message>
    <message>
        <source>Polygon</source>
        <translation>Polígono</translation>
    </message>
    <message>
        <source>Click corners, Enter closes; Alt takes away</source>
        <translation>Clic en esquinas, Intro cierra; Alt quita</translation>
    </message>
    <message>
        <source>Box</source>
        <translation>Rectángulo</translation>
    </message>
    <message>
        <source>Drag a box to add its pixels; Alt takes them away</source>
        <translation>Arrastre un rectángulo para añadir sus píxeles; Alt los quita</translation>
    </message>
    <message>
        <source>Magic wand</source>
        <translation>Varita mágica</translation>
    </message>
    <message>
        <source>Click takes similar pixels, a drag sets how similar; Alt takes away</source>
        <translation>Un clic toma píxeles similares, arrastrar fija cuánto; Alt quita</translation>
    </message>
    <message>
        <source>Smart scissors</source>
        <translation>Tijeras inteligentes</translation>
    </message>
    <message>
        <source>Click along an edge; the line follows it</source>
        <translation>Clic a lo largo de un borde; la línea lo sigue</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Cortar</translation>
    </message>
    <message>
        <source>Draw a line across an instance to cut it</source>
        <translation>Trace una línea a través de una instancia para cortarla</translation>
    </message>
    <message>
        <source>Vertices</source>
        <translation>Vértices</translation>
    </message>
    <message>
        <source>Move, add and remove the corners of an outline</source>
        <translation>Mueve, añade y quita las esquinas de un contorno</translation>
    </message>
    <message>
        <source>Ask about others</source>
        <translation>Preguntar por otras</translation>
    </message>
    <message>
        <source>After a stroke over other instances, ask what it takes</source>
        <translation>Tras un trazo sobre otras instancias, preguntar qué toma</translation>
    </message>
    <message>
        <source>Take what the stroke covers</source>
        <translation>Tomar lo que cubre el trazo</translation>
    </message>
    <message>
        <source>The answer when a stroke covers other instances</source>
        <translation>La respuesta cuando un trazo cubre otras instancias</translation>
    </message>
    <message>
        <source>Image &amp;tags …</source>
        <translation>E&amp;tiquetas de imagen …</translation>
    </message>
    <message>
        <source>Words for the whole image, such as night; the filter finds them</source>
        <translation>Palabras para toda la imagen, como noche; el filtro las encuentra</translation>
    </message>
    <message>
        <source>&amp;Accept</source>
        <translation>&amp;Aceptar</translation>
    </message>
    <message>
        <source>Proposals that pass the threshold become instances; while reviewing: this one is right</source>
        <translation>Las propuestas que superan el umbral pasan a ser instancias; al revisar: esta es correcta</translation>
    </message>
    <message>
        <source>Accept, then open the next image; while reviewing: all that wait in this one</source>
        <translation>Aceptar y abrir la imagen siguiente; al revisar: todas las que esperan en esta</translation>
    </message>
    <message>
        <source>&amp;Review what waits</source>
        <translation>&amp;Revisar lo pendiente</translation>
    </message>
    <message>
        <source>What nobody has looked at, the most doubtful first; Enter accepts, X rejects, a digit gives a label, Tab skips</source>
        <translation>Lo que nadie ha mirado, lo más dudoso primero; Intro acepta, X rechaza, una cifra da una clase, Tab omite</translation>
    </message>
    <message>
        <source>Accept a&amp;bove …</source>
        <translation>Aceptar por &amp;encima de …</translation>
    </message>
    <message>
        <source>Everything that waits from a score on, after the count and a sample; one step</source>
        <translation>Todo lo pendiente desde una puntuación, tras el recuento y una muestra; un paso</translation>
    </message>
    <message>
        <source>&amp;Check the project …</source>
        <translation>&amp;Comprobar el proyecto …</translation>
    </message>
    <message>
        <source>Find duplicates, slivers, small holes and islands, overlaps, odd areas; repair them</source>
        <translation>Encontrar duplicados, astillas, agujeros e islas pequeños, solapes y áreas raras; repararlos</translation>
    </message>
    <message>
        <source>I&amp;mport …</source>
        <translation>I&amp;mportar …</translation>
    </message>
    <message>
        <source>Read labels and masks of COCO, YOLO, LabelMe and others</source>
        <translation>Leer etiquetas y máscaras de COCO, YOLO, LabelMe y otros</translation>
    </message>
    <message>
        <source>&amp;Export …</source>
        <translation>&amp;Exportar …</translation>
    </message>
    <message>
        <source>Write labels and masks for other programs, after a report of what is lost</source>
        <translation>Escribir etiquetas y máscaras para otros programas, tras un informe de lo que se pierde</translation>
    </message>
    <message>
        <source>Move forward</source>
        <translation>Traer adelante</translation>
    </message>
    <message>
        <source>One layer up in the stack of masks</source>
        <translation>Una capa hacia arriba en la pila de máscaras</translation>
    </message>
    <message>
        <source>Move backward</source>
        <translation>Enviar atrás</translation>
    </message>
    <message>
        <source>One layer down in the stack of masks</source>
        <translation>Una capa hacia abajo en la pila de máscaras</translation>
    </message>
    <message>
        <source>Previous unfinished image</source>
        <translation>Imagen pendiente anterior</translation>
    </message>
    <message>
        <source>Nothing labelled there yet, or something waits for a look</source>
        <translation>Sin etiquetas todavía, o algo espera revisión</translation>
    </message>
    <message>
        <source>Next unfinished image</source>
        <translation>Imagen pendiente siguiente</translation>
    </message>
    <message>
        <source>Zoom with Ctrl+wheel</source>
        <translation>Ampliar con Ctrl+rueda</translation>
    </message>
    <message>
        <source>The wheel alone scrolls, with Shift sideways; off: the wheel alone zooms</source>
        <translation>La rueda sola desplaza, con Mayús de lado; desactivado: la rueda sola amplía</translation>
    </message>
    <message>
        <source>Auto-&amp;label all images …</source>
        <translation>E&amp;tiquetar todas las imágenes automáticamente …</translation>
    </message>
    <message>
        <source>Ask the model for several labels in every image, in the background; one step</source>
        <translation>Pedir al modelo varias etiquetas en cada imagen, en segundo plano; un solo paso</translation>
    </message>
    <message>
        <source>&amp;Repeat the last export</source>
        <translation>&amp;Repetir la última exportación</translation>
    </message>
    <message>
        <source>Write the same again, at once if nothing more is lost than the last report said</source>
        <translation>Escribir lo mismo otra vez, enseguida si no se pierde más de lo que dijo el último informe</translation>
    </message>
    <message>
        <source>Find label %1 in all images …</source>
        <translation>Buscar la clase %1 en todas las imágenes …</translation>
    </message>
    <message>
        <source>Try that label on a few images, then run it on all of them</source>
        <translation>Probar esa clase en unas pocas imágenes y después en todas</translation>
    </message>
</context>
<context>
    <name>auto_label</name>
    <message>
        <source>Auto-label run</source>
        <translation>Etiquetado automático</translation>
    </message>
    <message>
        <source>The auto-label run is in the project. Instances added: %1; images: %2.</source>
        <translation>El etiquetado automático está en el proyecto. Instancias añadidas: %1; imágenes: %2.</translation>
    </message>
    <message>
        <source>There already: %1.</source>
        <translation>Ya existentes: %1.</translation>
    </message>
    <message>
        <source>Instances of earlier runs that gave way: %1.</source>
        <translation>Instancias de ejecuciones anteriores sustituidas: %1.</translation>
    </message>
    <message>
        <source>Images left because they have instances: %1.</source>
        <translation>Imágenes que se dejaron porque tienen instancias: %1.</translation>
    </message>
    <message>
        <source>Images that have had this run before: %1.</source>
        <translation>Imágenes que ya tenían esta ejecución: %1.</translation>
    </message>
    <message>
        <source>Images that could not be labelled: %1; the first is %2</source>
        <translation>Imágenes que no se pudieron etiquetar: %1; la primera es %2</translation>
    </message>
    <message>
        <source>An auto-label run of this project is not at its end. Images done: %1 of %2.</source>
        <translation>Una ejecución automática de este proyecto no ha terminado. Imágenes hechas: %1 de %2.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Put in what is found</source>
        <translation>Incorporar lo hallado</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>Images that the run has labelled: %1. Forget what it has found?</source>
        <translation>Imágenes que la ejecución ha etiquetado: %1. ¿Olvidar lo que ha hallado?</translation>
    </message>
    <message>
        <source>Discard the run</source>
        <translation>Descartar la ejecución</translation>
    </message>
    <message>
        <source>Try those again</source>
        <translation>Reintentar esas</translation>
    </message>
    <message>
        <source>a run is on</source>
        <translation>hay una ejecución en curso</translation>
    </message>
    <message>
        <source>the project is open to look at only</source>
        <translation>el proyecto está abierto solo para consulta</translation>
    </message>
</context>
<context>
    <name>canvas</name>
    <message>
        <source>automatic</source>
        <translation>automática</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>corregida</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>aceptada</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>rechazada</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>a mano</translation>
    </message>
    <message>
        <source>by a prompt</source>
        <translation>por petición</translation>
    </message>
    <message>
        <source>by a run</source>
        <translation>por ejecución</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>importada</translation>
    </message>
    <message>
        <source>no label</source>
        <translation>sin clase</translation>
    </message>
</context>
<context>
    <name>commands</name>
    <message>
        <source>Reject</source>
        <translation>Rechazar</translation>
    </message>
    <message>
        <source>Fill holes</source>
        <translation>Rellenar huecos</translation>
    </message>
    <message>
        <source>Keep the largest part</source>
        <translation>Conservar la parte mayor</translation>
    </message>
    <message>
        <source>Grow</source>
        <translation>Crecer</translation>
    </message>
    <message>
        <source>Shrink</source>
        <translation>Encoger</translation>
    </message>
    <message>
        <source>Lock or unlock</source>
        <translation>Bloquear o desbloquear</translation>
    </message>
    <message>
        <source>Hide or show</source>
        <translation>Ocultar o mostrar</translation>
    </message>
    <message>
        <source>nothing to undo</source>
        <translation>nada que deshacer</translation>
    </message>
    <message>
        <source>nothing to redo</source>
        <translation>nada que rehacer</translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation>&amp;Deshacer: %1</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>Des&amp;hacer</translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <translation>&amp;Rehacer: %1</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>Reh&amp;acer</translation>
    </message>
    <message>
        <source>nothing is selected</source>
        <translation>no hay nada seleccionado</translation>
    </message>
    <message>
        <source>this is the first image</source>
        <translation>es la primera imagen</translation>
    </message>
    <message>
        <source>this is the last image</source>
        <translation>es la última imagen</translation>
    </message>
    <message>
        <source>Recolour labels</source>
        <translation>Cambiar colores de las clases</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Mostrar todo</translation>
    </message>
    <message>
        <source>Show alone</source>
        <translation>Mostrar solo esto</translation>
    </message>
    <message>
        <source>Crowd region</source>
        <translation>Región de multitud</translation>
    </message>
    <message>
        <source>Hide or show label</source>
        <translation>Ocultar o mostrar la clase</translation>
    </message>
    <message>
        <source>Lock or unlock label</source>
        <translation>Bloquear o desbloquear la clase</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Agrupar</translation>
    </message>
    <message>
        <source>Ungroup</source>
        <translation>Desagrupar</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Clase</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>aceptada</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>corregida</translation>
    </message>
    <message>
        <source>auto</source>
        <translation>auto</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>rechazada</translation>
    </message>
    <message>
        <source>Set state</source>
        <translation>Fijar estado</translation>
    </message>
    <message>
        <source>no project is open</source>
        <translation>no hay ningún proyecto abierto</translation>
    </message>
    <message>
        <source>Move forward</source>
        <translation>Traer adelante</translation>
    </message>
    <message>
        <source>Move backward</source>
        <translation>Enviar atrás</translation>
    </message>
</context>
<context>
    <name>core::Download</name>
    <message>
        <source>nothing came for %1 s</source>
        <translation>no llegó nada en %1 s</translation>
    </message>
    <message>
        <source>%1 bytes instead of %2</source>
        <translation>%1 bytes en lugar de %2</translation>
    </message>
    <message>
        <source>the server sent another piece than the one asked for</source>
        <translation>el servidor envió otra parte distinta de la pedida</translation>
    </message>
    <message>
        <source>it can&apos;t continue</source>
        <translation>no puede continuar</translation>
    </message>
    <message>
        <source>it sends from one address to the next without end</source>
        <translation>envía sin fin de una dirección a otra</translation>
    </message>
    <message>
        <source>it leads to an unprotected address</source>
        <translation>lleva a una dirección no protegida</translation>
    </message>
    <message>
        <source>%1 of %2 bytes came</source>
        <translation>llegaron %1 de %2 bytes</translation>
    </message>
</context>
<context>
    <name>core::ModelManager</name>
    <message>
        <source>Imported on %1.</source>
        <translation>Importado el %1.</translation>
    </message>
</context>
<context>
    <name>core::OpenProject</name>
    <message>
        <source>Add image</source>
        <translation>Añadir imagen</translation>
    </message>
    <message>
        <source>Add %1 images</source>
        <translation>Añadir %1 imágenes</translation>
    </message>
    <message>
        <source>The annotations of %1 images that were not visited could not be read.</source>
        <translation>No se pudieron leer las anotaciones de %1 imágenes no visitadas.</translation>
    </message>
</context>
<context>
    <name>core::ThreadedInferenceService</name>
    <message>
        <source>The image is not in memory any more; open it again and repeat the prompt.</source>
        <translation>La imagen ya no está en memoria; ábrela otra vez y repite la petición.</translation>
    </message>
</context>
<context>
    <name>core::TokenStore</name>
    <message>
        <source>it does not answer</source>
        <translation>no responde</translation>
    </message>
</context>
<context>
    <name>edits</name>
    <message>
        <source>object</source>
        <translation>objeto</translation>
    </message>
    <message>
        <source>Accept proposal</source>
        <translation>Aceptar propuesta</translation>
    </message>
    <message>
        <source>Accept %1 proposals</source>
        <translation>Aceptar %1 propuestas</translation>
    </message>
    <message>
        <source>New instance</source>
        <translation>Nueva instancia</translation>
    </message>
    <message>
        <source>Delete instance</source>
        <translation>Eliminar instancia</translation>
    </message>
    <message>
        <source>Delete %1 instances</source>
        <translation>Eliminar %1 instancias</translation>
    </message>
    <message>
        <source>New label</source>
        <translation>Nueva clase</translation>
    </message>
    <message>
        <source>Delete label</source>
        <translation>Eliminar clase</translation>
    </message>
    <message>
        <source>Change label</source>
        <translation>Cambiar clase</translation>
    </message>
    <message>
        <source>Sort labels</source>
        <translation>Ordenar clases</translation>
    </message>
    <message>
        <source>Change labels of %1 instances</source>
        <translation>Cambiar clases de %1 instancias</translation>
    </message>
    <message>
        <source>Duplicate instance</source>
        <translation>Duplicar instancia</translation>
    </message>
    <message>
        <source>Duplicate %1 instances</source>
        <translation>Duplicar %1 instancias</translation>
    </message>
    <message>
        <source>Paste instance</source>
        <translation>Pegar instancia</translation>
    </message>
    <message>
        <source>Paste %1 instances</source>
        <translation>Pegar %1 instancias</translation>
    </message>
    <message>
        <source>Image tags</source>
        <translation>Etiquetas de imagen</translation>
    </message>
</context>
<context>
    <name>gui::AcceptAboveDialog</name>
    <message>
        <source>Accept above a score</source>
        <translation>Aceptar desde una puntuación</translation>
    </message>
    <message>
        <source>Score of at least</source>
        <translation>Puntuación mínima</translation>
    </message>
    <message>
        <source>These would just pass:</source>
        <translation>Estas pasarían por poco:</translation>
    </message>
    <message>
        <source>Accept all of them</source>
        <translation>Aceptar todas</translation>
    </message>
    <message>
        <source>%1 of %2 that wait would be accepted, as one step.</source>
        <translation>Se aceptarían %1 de %2 pendientes, en un solo paso.</translation>
    </message>
    <message>
        <source>Counting …</source>
        <translation>Contando …</translation>
    </message>
</context>
<context>
    <name>gui::AccessStep</name>
    <message>
        <source>2  Access</source>
        <translation>2  Acceso</translation>
    </message>
    <message>
        <source>&amp;Keep token</source>
        <translation>&amp;Guardar token</translation>
    </message>
    <message>
        <source>&amp;Forget it</source>
        <translation>&amp;Olvidarlo</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Paste the token here</source>
        <translation>Pega aquí el token</translation>
    </message>
    <message>
        <source>Where the token is</source>
        <translation>Dónde está el token</translation>
    </message>
    <message>
        <source>Comes with the program.</source>
        <translation>Viene con el programa.</translation>
    </message>
    <message>
        <source>Free for everybody; no account is needed.</source>
        <translation>Libre para todos; no hace falta cuenta.</translation>
    </message>
    <message>
        <source>No address is known. Import a file that you have.</source>
        <translation>No se conoce ninguna dirección. Importa un archivo que tengas.</translation>
    </message>
    <message>
        <source>Given on request: &lt;a href=&quot;%1&quot;&gt;ask on the model&apos;s page&lt;/a&gt;, then &lt;a href=&quot;%2&quot;&gt;make a token&lt;/a&gt; with read access.</source>
        <translation>Se da a petición: &lt;a href=&quot;%1&quot;&gt;pídelo en la página del modelo&lt;/a&gt; y después &lt;a href=&quot;%2&quot;&gt;crea un token&lt;/a&gt; con acceso de lectura.</translation>
    </message>
    <message>
        <source>A token for %1 is known.</source>
        <translation>Se conoce un token para %1.</translation>
    </message>
    <message>
        <source>No token for %1 yet.</source>
        <translation>Aún no hay token para %1.</translation>
    </message>
    <message>
        <source>That is no token: it has letters, digits and signs, and nothing between them.</source>
        <translation>Eso no es un token: tiene letras, cifras y signos, sin nada entre ellos.</translation>
    </message>
    <message>
        <source>The token is in the system&apos;s keychain.</source>
        <translation>El token está en el llavero del sistema.</translation>
    </message>
</context>
<context>
    <name>gui::AnnotationDock</name>
    <message>
        <source>Instances</source>
        <translation>Instancias</translation>
    </message>
    <message>
        <source>Nothing labelled here yet.
Type a phrase, or paint with B.</source>
        <translation>Aquí aún no hay nada etiquetado.
Escribe una frase o pinta con B.</translation>
    </message>
    <message>
        <source>Instances  %1</source>
        <translation>Instancias  %1</translation>
    </message>
    <message>
        <source>The filter hides all %1 of them.</source>
        <translation>El filtro oculta las %1.</translation>
    </message>
    <message>
        <source>Instances  %1 of %2</source>
        <translation>Instancias  %1 de %2</translation>
    </message>
</context>
<context>
    <name>gui::AnnotationModel</name>
    <message>
        <source>auto</source>
        <translation>auto</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>corregida</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>rechazada</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>bloqueada</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>oculta</translation>
    </message>
    <message>
        <source>no label</source>
        <translation>sin clase</translation>
    </message>
    <message>
        <source>made by hand</source>
        <translation>hecha a mano</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>aceptada</translation>
    </message>
    <message>
        <source>crowd</source>
        <translation>multitud</translation>
    </message>
    <message>
        <source>hand</source>
        <translation>mano</translation>
    </message>
    <message>
        <source>prompt</source>
        <translation>petición</translation>
    </message>
    <message>
        <source>run: %1</source>
        <translation>ejecución: %1</translation>
    </message>
    <message>
        <source>import</source>
        <translation>importación</translation>
    </message>
    <message>
        <source>%1, %2 pixels</source>
        <translation>%1, %2 píxeles</translation>
    </message>
    <message>
        <source>found as “%1” %2</source>
        <translation>encontrada como «%1» %2</translation>
    </message>
    <message>
        <source>group %1</source>
        <translation>grupo %1</translation>
    </message>
    <message>
        <source>changed %1</source>
        <translation>cambiada %1</translation>
    </message>
    <message>
        <source>#</source>
        <translation>#</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Clase</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Puntuación</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Área</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Origen</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>Atributos</translation>
    </message>
</context>
<context>
    <name>gui::AttributePanel</name>
    <message>
        <source>several values</source>
        <translation>varios valores</translation>
    </message>
    <message>
        <source>“%1” is no number; %2 stays as it was.</source>
        <translation>«%1» no es un número; %2 queda como estaba.</translation>
    </message>
    <message>
        <source>Set %1</source>
        <translation>Fijar %1</translation>
    </message>
</context>
<context>
    <name>gui::BackupsDialog</name>
    <message>
        <source>No copies yet. One is made each time the project is opened, and with Ctrl+S.</source>
        <translation>Aún no hay copias. Se hace una cada vez que se abre el proyecto y con Ctrl+S.</translation>
    </message>
    <message>
        <source>Backups and checkpoints</source>
        <translation>Copias y puntos de control</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Hecha</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>Compared with now</source>
        <translation>Comparado con ahora</translation>
    </message>
    <message>
        <source>Copies of the project</source>
        <translation>Copias del proyecto</translation>
    </message>
    <message>
        <source>A copy is opened as a new project beside this one; nothing is replaced.</source>
        <translation>Una copia se abre como proyecto nuevo junto a este; nada se reemplaza.</translation>
    </message>
    <message>
        <source>Open as a new project</source>
        <translation>Abrir como proyecto nuevo</translation>
    </message>
    <message>
        <source>Name …</source>
        <translation>Nombre …</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>ahora mismo</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>hace %1 min</translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation>hace %1 h</translation>
    </message>
    <message>
        <source>%1 days ago</source>
        <translation>hace %1 días</translation>
    </message>
    <message>
        <source>the same as now</source>
        <translation>igual que ahora</translation>
    </message>
    <message>
        <source>changes since: %1</source>
        <translation>cambios desde entonces: %1</translation>
    </message>
    <message>
        <source>instances: %1</source>
        <translation>instancias: %1</translation>
    </message>
    <message>
        <source>images: %1</source>
        <translation>imágenes: %1</translation>
    </message>
    <message>
        <source>labels: %1</source>
        <translation>etiquetas: %1</translation>
    </message>
    <message>
        <source>Checkpoint</source>
        <translation>Punto de control</translation>
    </message>
    <message>
        <source>Checkpoint: %1</source>
        <translation>Punto de control: %1</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>Copia</translation>
    </message>
    <message>
        <source>comparing …</source>
        <translation>comparando …</translation>
    </message>
    <message>
        <source>the project itself can&apos;t be read</source>
        <translation>el propio proyecto no se puede leer</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>dañada</translation>
    </message>
    <message>
        <source>Name of the checkpoint</source>
        <translation>Nombre del punto de control</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
</context>
<context>
    <name>gui::BarPlot</name>
    <message>
        <source>Nothing to show yet.</source>
        <translation>Aún no hay nada que mostrar.</translation>
    </message>
</context>
<context>
    <name>gui::CanvasView</name>
    <message>
        <source>%1  %2  proposal</source>
        <translation>%1  %2  propuesta</translation>
    </message>
    <message>
        <source>like the example</source>
        <translation>como el ejemplo</translation>
    </message>
    <message>
        <source>no label</source>
        <translation>sin clase</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>bloqueada</translation>
    </message>
    <message>
        <source>Reading the image …</source>
        <translation>Leyendo la imagen …</translation>
    </message>
    <message>
        <source>This project has no images yet.
Open a folder or drop image files here.</source>
        <translation>Este proyecto aún no tiene imágenes.
Abre una carpeta o suelta archivos de imagen aquí.</translation>
    </message>
    <message>
        <source>Canvas</source>
        <translation>Lienzo</translation>
    </message>
    <message>
        <source>The current image with its masks</source>
        <translation>La imagen actual con sus máscaras</translation>
    </message>
</context>
<context>
    <name>gui::ChecksDialog</name>
    <message>
        <source>Without a pixel</source>
        <translation>Sin píxeles</translation>
    </message>
    <message>
        <source>Outside the image</source>
        <translation>Fuera de la imagen</translation>
    </message>
    <message>
        <source>The same instance twice</source>
        <translation>La misma instancia dos veces</translation>
    </message>
    <message>
        <source>Overlap</source>
        <translation>Solape</translation>
    </message>
    <message>
        <source>Thin sliver</source>
        <translation>Astilla fina</translation>
    </message>
    <message>
        <source>Small holes</source>
        <translation>Agujeros pequeños</translation>
    </message>
    <message>
        <source>Small islands</source>
        <translation>Islas pequeñas</translation>
    </message>
    <message>
        <source>Area far from that of its label</source>
        <translation>Área lejos de la de su clase</translation>
    </message>
    <message>
        <source>Check the project</source>
        <translation>Comprobar el proyecto</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Hallazgos</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Hallazgo</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Imagen</translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation>Píxeles</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Comprobar de nuevo</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>Reparar</translation>
    </message>
    <message>
        <source>Looking through the project …</source>
        <translation>Examinando el proyecto …</translation>
    </message>
    <message>
        <source>Nothing is wrong as far as the rules can tell.</source>
        <translation>Según las reglas, nada está mal.</translation>
    </message>
    <message>
        <source>Findings: %1</source>
        <translation>Hallazgos: %1</translation>
    </message>
    <message>
        <source>Repair all %1</source>
        <translation>Reparar las %1</translation>
    </message>
    <message>
        <source>A person must decide; choose one to see it.</source>
        <translation>Debe decidir una persona; elija uno para verlo.</translation>
    </message>
    <message>
        <source>Repairing …</source>
        <translation>Reparando …</translation>
    </message>
    <message>
        <source>The project was changed meanwhile; try again.</source>
        <translation>El proyecto cambió entretanto; inténtelo de nuevo.</translation>
    </message>
</context>
<context>
    <name>gui::ComfortCommands</name>
    <message>
        <source>As the &amp;system</source>
        <translation>&amp;Como el sistema</translation>
    </message>
</context>
<context>
    <name>gui::CommandPalette</name>
    <message>
        <source>Type a command</source>
        <translation>Escribe una orden</translation>
    </message>
    <message>
        <source>Command to find</source>
        <translation>Orden que buscar</translation>
    </message>
    <message>
        <source>Commands found</source>
        <translation>Órdenes encontradas</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
</context>
<context>
    <name>gui::ComparisonDock</name>
    <message>
        <source>Comparison</source>
        <translation>Comparación</translation>
    </message>
    <message>
        <source>&amp;True:</source>
        <translation>&amp;Verdad:</translation>
    </message>
    <message>
        <source>&amp;Found:</source>
        <translation>&amp;Hallado:</translation>
    </message>
    <message>
        <source>What is compared</source>
        <translation>Qué se compara</translation>
    </message>
    <message>
        <source>Masks</source>
        <translation>Máscaras</translation>
    </message>
    <message>
        <source>Boundaries</source>
        <translation>Bordes</translation>
    </message>
    <message>
        <source>Boxes</source>
        <translation>Cajas</translation>
    </message>
    <message>
        <source>&amp;Clips</source>
        <translation>&amp;Clips</translation>
    </message>
    <message>
        <source>The images of a folder are the frames of a clip; track_id tells who is who</source>
        <translation>Las imágenes de una carpeta son los fotogramas de un clip; track_id dice quién es quién</translation>
    </message>
    <message>
        <source>&amp;Doubts for the review queue</source>
        <translation>&amp;Dudas para la cola de revisión</translation>
    </message>
    <message>
        <source>What the other side does not have comes early in the review</source>
        <translation>Lo que el otro lado no tiene aparece pronto en la revisión</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Cifras</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Diferencias</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparar</translation>
    </message>
</context>
<context>
    <name>gui::DifferencesPage</name>
    <message>
        <source>Added</source>
        <translation>Añadida</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Quitada</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Cambiada</translation>
    </message>
    <message>
        <source>Relabelled</source>
        <translation>Otra etiqueta</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>Which differences</source>
        <translation>Qué diferencias</translation>
    </message>
    <message>
        <source>All differences</source>
        <translation>Todas las diferencias</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Diferencias</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Clase</translation>
    </message>
    <message>
        <source>IoU</source>
        <translation>IoU</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Imagen</translation>
    </message>
    <message>
        <source>Differences are listed of pictures with classes, not of clips or of phrases.</source>
        <translation>Las diferencias se muestran de imágenes con clases, no de clips ni de frases.</translation>
    </message>
    <message>
        <source>%1 images: %2 added, %3 removed, %4 changed, %5 relabelled, %6 the same</source>
        <translation>%1 imágenes: %2 añadidas, %3 quitadas, %4 cambiadas, %5 con otra etiqueta, %6 iguales</translation>
    </message>
</context>
<context>
    <name>gui::DisplayDock</name>
    <message>
        <source>Display</source>
        <translation>Visualización</translation>
    </message>
    <message>
        <source>Black</source>
        <translation>Negro</translation>
    </message>
    <message>
        <source>White</source>
        <translation>Blanco</translation>
    </message>
    <message>
        <source>Gamma</source>
        <translation>Gamma</translation>
    </message>
    <message>
        <source>Channel shown as red</source>
        <translation>Canal mostrado en rojo</translation>
    </message>
    <message>
        <source>Channel shown as green</source>
        <translation>Canal mostrado en verde</translation>
    </message>
    <message>
        <source>Channel shown as blue</source>
        <translation>Canal mostrado en azul</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Canales</translation>
    </message>
    <message>
        <source>Keep for the next images</source>
        <translation>Conservar para las siguientes imágenes</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Restablecer</translation>
    </message>
    <message>
        <source>For the view only. The model sees %1 to %2.</source>
        <translation>Solo para la vista. El modelo ve de %1 a %2.</translation>
    </message>
</context>
<context>
    <name>gui::ExchangeCommands</name>
    <message>
        <source>Import %1</source>
        <translation>Importar %1</translation>
    </message>
    <message>
        <source>no project is open</source>
        <translation>no hay ningún proyecto abierto</translation>
    </message>
    <message>
        <source>Labels of any format (%1)</source>
        <translation>Etiquetas de cualquier formato (%1)</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importar</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>Leyendo …</translation>
    </message>
    <message>
        <source>Reading … %1 instances</source>
        <translation>Leyendo … %1 instancias</translation>
    </message>
    <message>
        <source>The import was cancelled; nothing was changed.</source>
        <translation>La importación se canceló; no se cambió nada.</translation>
    </message>
    <message>
        <source>%1 instances in %2 images imported.</source>
        <translation>%1 instancias en %2 imágenes importadas.</translation>
    </message>
    <message>
        <source>… and %1 more notes.</source>
        <translation>… y %1 avisos más.</translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation>Buscando …</translation>
    </message>
</context>
<context>
    <name>gui::ExportDialog</name>
    <message>
        <source>Write polygons instead of run lengths</source>
        <translation>Escribir polígonos en lugar de longitudes de recorrido</translation>
    </message>
    <message>
        <source>Older programs read only polygons. Holes and small parts then cost pixels.</source>
        <translation>Los programas antiguos solo leen polígonos. Los huecos y las partes pequeñas pierden entonces píxeles.</translation>
    </message>
    <message>
        <source>What will be lost</source>
        <translation>Lo que se perderá</translation>
    </message>
    <message>
        <source>Choose folder and write …</source>
        <translation>Elegir carpeta y escribir …</translation>
    </message>
    <message>
        <source>%1 instances in %2 images.</source>
        <translation>%1 instancias en %2 imágenes.</translation>
    </message>
    <message>
        <source>%1 with holes, %2 in several parts.</source>
        <translation>%1 con huecos, %2 en varias partes.</translation>
    </message>
    <message>
        <source>Every pixel is kept.</source>
        <translation>Se conserva cada píxel.</translation>
    </message>
    <message>
        <source>%1 pixels will read back different.</source>
        <translation>%1 píxeles se leerán de vuelta distintos.</translation>
    </message>
    <message>
        <source>%1 instances are left out: rejected or empty.</source>
        <translation>%1 instancias quedan fuera: rechazadas o vacías.</translation>
    </message>
    <message>
        <source>Writing …</source>
        <translation>Escribiendo …</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Wrote %1 instances to %2.</source>
        <translation>Se escribieron %1 instancias en %2.</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>todo</translation>
    </message>
    <message>
        <source>A filter as in the image list, such as class:car or tag:night</source>
        <translation>Un filtro como en la lista de imágenes, por ejemplo class:car o tag:night</translation>
    </message>
    <message>
        <source>&amp;Only what this finds:</source>
        <translation>&amp;Solo lo que esto encuentra:</translation>
    </message>
    <message>
        <source>As the &amp;list</source>
        <translation>Como la &amp;lista</translation>
    </message>
    <message>
        <source>Take the filter of the image list: %1</source>
        <translation>Tomar el filtro de la lista de imágenes: %1</translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation>Buscando …</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>&amp;Format:</source>
        <translation>&amp;Formato:</translation>
    </message>
    <message>
        <source>Copy the pictures, too</source>
        <translation>Copiar también las imágenes</translation>
    </message>
    <message>
        <source>Other programs look for the pictures in the same folder.</source>
        <translation>Otros programas buscan las imágenes en la misma carpeta.</translation>
    </message>
    <message>
        <source>%1 has no place for: %2.</source>
        <translation>%1 no tiene lugar para: %2.</translation>
    </message>
    <message>
        <source>Folder for the export</source>
        <translation>Carpeta para la exportación</translation>
    </message>
    <message>
        <source>Write as before</source>
        <translation>Escribir como antes</translation>
    </message>
</context>
<context>
    <name>gui::FiguresPage</name>
    <message>
        <source>Class</source>
        <translation>Clase</translation>
    </message>
    <message>
        <source>True</source>
        <translation>Verdad</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Hallados</translation>
    </message>
    <message>
        <source>pmF1</source>
        <translation>pmF1</translation>
    </message>
    <message>
        <source>F1 at 50</source>
        <translation>F1 a 50</translation>
    </message>
    <message>
        <source>AP</source>
        <translation>AP</translation>
    </message>
    <message>
        <source>PQ</source>
        <translation>PQ</translation>
    </message>
    <message>
        <source>Figures of each class</source>
        <translation>Cifras de cada clase</translation>
    </message>
    <message>
        <source>F1 of the classes</source>
        <translation>F1 de las clases</translation>
    </message>
    <message>
        <source>Images by their F1</source>
        <translation>Imágenes según su F1</translation>
    </message>
    <message>
        <source>What to show</source>
        <translation>Qué mostrar</translation>
    </message>
    <message>
        <source>Plot of the comparison</source>
        <translation>Gráfico de la comparación</translation>
    </message>
    <message>
        <source>cgF1 %1 (pmF1 %2, IL_MCC %3)</source>
        <translation>cgF1 %1 (pmF1 %2, IL_MCC %3)</translation>
    </message>
    <message>
        <source>AP %1 (50: %2, 75: %3)</source>
        <translation>AP %1 (50: %2, 75: %3)</translation>
    </message>
    <message>
        <source>J&amp;F %1</source>
        <translation>J&amp;F %1</translation>
    </message>
    <message>
        <source>PQ %1 (SQ %2, RQ %3)</source>
        <translation>PQ %1 (SQ %2, RQ %3)</translation>
    </message>
    <message>
        <source>pHOTA %1</source>
        <translation>pHOTA %1</translation>
    </message>
    <message>
        <source>Every class is in every image, so cgF1 says nothing; read pmF1.</source>
        <translation>Cada clase está en cada imagen, así que cgF1 no dice nada; lea pmF1.</translation>
    </message>
    <message>
        <source>F1 %1 to %2</source>
        <translation>F1 de %1 a %2</translation>
    </message>
</context>
<context>
    <name>gui::FileCommands</name>
    <message>
        <source>The last changes are not saved yet. %1 Leave the project and lose them?</source>
        <translation>Los últimos cambios aún no están guardados. %1 ¿Salir del proyecto y perderlos?</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>No guardado</translation>
    </message>
    <message>
        <source>There is no model file %1. Choose one with Prompt, Open model.</source>
        <translation>No existe el archivo de modelo %1. Elige uno con Petición, Abrir modelo.</translation>
    </message>
    <message>
        <source>No images there. Choose image files or a folder that holds some.</source>
        <translation>Ahí no hay imágenes. Elige archivos de imagen o una carpeta que los contenga.</translation>
    </message>
    <message>
        <source>%1 images added.</source>
        <translation>%1 imágenes añadidas.</translation>
    </message>
    <message>
        <source>These images are already in the project.</source>
        <translation>Estas imágenes ya están en el proyecto.</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Abrir carpeta</translation>
    </message>
    <message>
        <source>Open project</source>
        <translation>Abrir proyecto</translation>
    </message>
    <message>
        <source>Projects (*.%1)</source>
        <translation>Proyectos (*.%1)</translation>
    </message>
    <message>
        <source>Add images</source>
        <translation>Añadir imágenes</translation>
    </message>
    <message>
        <source>Images (%1)</source>
        <translation>Imágenes (%1)</translation>
    </message>
    <message>
        <source>Open model</source>
        <translation>Abrir modelo</translation>
    </message>
    <message>
        <source>Models (*.safetensors *.pt *.mwq);;All files (*)</source>
        <translation>Modelos (*.safetensors *.pt *.mwq);;Todos los archivos (*)</translation>
    </message>
    <message>
        <source>%1 instances in %2 images imported.</source>
        <translation>%1 instancias en %2 imágenes importadas.</translation>
    </message>
    <message>
        <source>… and %1 more notes.</source>
        <translation>… y %1 avisos más.</translation>
    </message>
    <message>
        <source>%1 Your version is kept in %2. Leave the project?</source>
        <translation>%1 Su versión queda en %2. ¿Salir del proyecto?</translation>
    </message>
    <message>
        <source>The last changes are not saved in the project yet. %1 They are kept on this computer and are put back when the project is opened again. Leave it?</source>
        <translation>Los últimos cambios aún no están en el proyecto. %1 Se guardan en este equipo y vuelven al abrir el proyecto de nuevo. ¿Salir?</translation>
    </message>
    <message>
        <source>Import %1</source>
        <translation>Importar %1</translation>
    </message>
    <message>
        <source>masks</source>
        <translation>máscaras</translation>
    </message>
</context>
<context>
    <name>gui::Gallery</name>
    <message>
        <source>Delete %1 instances</source>
        <translation>Eliminar %1 instancias</translation>
    </message>
    <message>
        <source>Change labels of %1 instances</source>
        <translation>Cambiar clases de %1 instancias</translation>
    </message>
</context>
<context>
    <name>gui::GalleryDock</name>
    <message>
        <source>Gallery</source>
        <translation>Galería</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Clase</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Orden</translation>
    </message>
    <message>
        <source>Largest first</source>
        <translation>Mayores primero</translation>
    </message>
    <message>
        <source>Smallest first</source>
        <translation>Menores primero</translation>
    </message>
    <message>
        <source>Least score first</source>
        <translation>Menor puntuación primero</translation>
    </message>
    <message>
        <source>Odd looks first</source>
        <translation>Aspecto raro primero</translation>
    </message>
    <message>
        <source>By colours, size and shape, compared with the others; no model is asked</source>
        <translation>Por colores, tamaño y forma, comparados con las demás; no se consulta ningún modelo</translation>
    </message>
    <message>
        <source>Instances of the label</source>
        <translation>Instancias de la etiqueta</translation>
    </message>
    <message>
        <source>%1 instances. Delete removes the chosen ones, a digit gives them that label.</source>
        <translation>%1 instancias. Supr borra las elegidas, una cifra les da esa etiqueta.</translation>
    </message>
    <message>
        <source>Looking: %1 images to go …</source>
        <translation>Mirando: quedan %1 imágenes …</translation>
    </message>
    <message>
        <source>Compared by colours, size and shape.</source>
        <translation>Comparadas por colores, tamaño y forma.</translation>
    </message>
</context>
<context>
    <name>gui::GalleryModel</name>
    <message>
        <source>%1 pixels, score %2</source>
        <translation>%1 píxeles, puntuación %2</translation>
    </message>
</context>
<context>
    <name>gui::GridPlot</name>
    <message>
        <source>Nothing to show yet.</source>
        <translation>Aún no hay nada que mostrar.</translation>
    </message>
    <message>
        <source>in one image with</source>
        <translation>en una imagen con</translation>
    </message>
    <message>
        <source>%1 with %2: %3 images</source>
        <translation>%1 con %2: %3 imágenes</translation>
    </message>
</context>
<context>
    <name>gui::ImageDock</name>
    <message>
        <source>Images</source>
        <translation>Imágenes</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1 of %2 images, %3 instances</source>
        <translation>%1 de %2 imágenes, %3 instancias</translation>
    </message>
    <message>
        <source>no project is open</source>
        <translation>no hay ningún proyecto abierto</translation>
    </message>
    <message>
        <source>Tags of the image, with commas between them:</source>
        <translation>Etiquetas de la imagen, separadas por comas:</translation>
    </message>
    <message>
        <source>Tags that all %1 images have, with commas between them:</source>
        <translation>Etiquetas que tienen las %1 imágenes, separadas por comas:</translation>
    </message>
    <message>
        <source>Image tags</source>
        <translation>Etiquetas de imagen</translation>
    </message>
</context>
<context>
    <name>gui::IssueStrip</name>
    <message>
        <source>Notice</source>
        <translation>Aviso</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Dismiss the notice</source>
        <translation>Cerrar el aviso</translation>
    </message>
</context>
<context>
    <name>gui::KeyOverlay</name>
    <message>
        <source>%1 … %2</source>
        <translation>%1 … %2</translation>
    </message>
    <message>
        <source>Give the label of that number</source>
        <translation>Dar la clase de ese número</translation>
    </message>
    <message>
        <source>Find everything of that label</source>
        <translation>Buscar todo lo de esa clase</translation>
    </message>
    <message>
        <source>Space, drag</source>
        <translation>Espacio, arrastrar</translation>
    </message>
    <message>
        <source>Move the image; middle button too</source>
        <translation>Mover la imagen; también con el botón central</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>Rueda</translation>
    </message>
    <message>
        <source>Zoom about the pointer</source>
        <translation>Zoom alrededor del puntero</translation>
    </message>
    <message>
        <source>On the canvas</source>
        <translation>En el lienzo</translation>
    </message>
    <message>
        <source>Any key closes this. %1 once more: all keys, and how to change them.</source>
        <translation>Cualquier tecla cierra esto. %1 otra vez: todas las teclas y cómo cambiarlas.</translation>
    </message>
    <message>
        <source>Keys of %1</source>
        <translation>Teclas de %1</translation>
    </message>
    <message>
        <source>Find that label in all images</source>
        <translation>Buscar esa clase en todas las imágenes</translation>
    </message>
</context>
<context>
    <name>gui::KeysDialog</name>
    <message>
        <source>Single keys keep their &amp;place on the keyboard</source>
        <translation>&amp;Las teclas sueltas conservan su lugar en el teclado</translation>
    </message>
    <message>
        <source>&amp;New key</source>
        <translation>&amp;Tecla nueva</translation>
    </message>
    <message>
        <source>Press the key it shall have</source>
        <translation>Pulsa la tecla que debe tener</translation>
    </message>
    <message>
        <source>&amp;Another key</source>
        <translation>&amp;Otra tecla</translation>
    </message>
    <message>
        <source>Press one more key for it</source>
        <translation>Pulsa una tecla más</translation>
    </message>
    <message>
        <source>N&amp;o key</source>
        <translation>&amp;Sin tecla</translation>
    </message>
    <message>
        <source>Take its keys away</source>
        <translation>Quitarle sus teclas</translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation>&amp;Restablecer</translation>
    </message>
    <message>
        <source>The keys it had at first</source>
        <translation>Las teclas que tenía al principio</translation>
    </message>
    <message>
        <source>Reset a&amp;ll</source>
        <translation>R&amp;establecer todo</translation>
    </message>
    <message>
        <source>All commands get the keys they had at first</source>
        <translation>Todas las órdenes recuperan sus teclas iniciales</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Teclas</translation>
    </message>
    <message>
        <source>Keys of which program</source>
        <translation>Teclas de qué programa</translation>
    </message>
    <message>
        <source>Find a command or a key</source>
        <translation>Buscar una orden o una tecla</translation>
    </message>
    <message>
        <source>Then they work with every layout and input method. Off: the letter counts, wherever it is.</source>
        <translation>Así funcionan con cualquier distribución y método de entrada. Desactivado: cuenta la letra, esté donde esté.</translation>
    </message>
    <message>
        <source>Keys &amp;as in</source>
        <translation>Teclas &amp;como en</translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation>Órdenes y sus teclas</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Orden</translation>
    </message>
    <message>
        <source>Works</source>
        <translation>Funciona</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Respuesta</translation>
    </message>
    <message>
        <source>“%1” has one of these keys now. Reset it first.</source>
        <translation>«%1» tiene ahora una de estas teclas. Restablécela primero.</translation>
    </message>
    <message>
        <source>on the canvas</source>
        <translation>en el lienzo</translation>
    </message>
    <message>
        <source>everywhere</source>
        <translation>en todas partes</translation>
    </message>
    <message>
        <source>%1 belongs to “%2”. Give that another key first.</source>
        <translation>%1 pertenece a «%2». Dale antes otra tecla.</translation>
    </message>
    <message>
        <source>Press the key for “%1”. Esc leaves it as it is.</source>
        <translation>Pulsa la tecla para «%1». Esc la deja como está.</translation>
    </message>
    <message>
        <source>The space bar moves the image and can&apos;t be given away.</source>
        <translation>La barra espaciadora mueve la imagen y no se puede asignar.</translation>
    </message>
</context>
<context>
    <name>gui::LabelDock</name>
    <message>
        <source>Labels</source>
        <translation>Clases</translation>
    </message>
    <message>
        <source>No labels yet.
The first phrase or shape makes one.</source>
        <translation>Aún no hay clases.
La primera frase o forma crea una.</translation>
    </message>
    <message>
        <source>New label</source>
        <translation>Nueva clase</translation>
    </message>
    <message>
        <source>Add a label. A phrase that finds something makes its own.</source>
        <translation>Añadir una clase. Una frase que encuentra algo crea la suya.</translation>
    </message>
    <message>
        <source>label</source>
        <translation>clase</translation>
    </message>
    <message>
        <source>label %1</source>
        <translation>clase %1</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Renombrar</translation>
    </message>
    <message>
        <source>Colour …</source>
        <translation>Color …</translation>
    </message>
    <message>
        <source>Delete label</source>
        <translation>Eliminar clase</translation>
    </message>
    <message>
        <source>Schema</source>
        <translation>Esquema</translation>
    </message>
    <message>
        <source>Merge …</source>
        <translation>Fusionar …</translation>
    </message>
    <message>
        <source>Merge, change or delete labels in all images</source>
        <translation>Fusionar, cambiar o eliminar clases en todas las imágenes</translation>
    </message>
    <message>
        <source>“%1” is in use. Choose what becomes of its instances.</source>
        <translation>«%1» está en uso. Elige qué pasa con sus instancias.</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Subir</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Bajar</translation>
    </message>
    <message>
        <source>Colour, phrases, threshold and attributes of the current label</source>
        <translation>Color, frases, umbral y atributos de la clase actual</translation>
    </message>
</context>
<context>
    <name>gui::LabelModel</name>
    <message>
        <source>There already is a label “%1”. Names must differ.</source>
        <translation>Ya existe una clase «%1». Los nombres deben ser distintos.</translation>
    </message>
    <message>
        <source>%1
Asked for as: %2
In the whole project: %3 instances</source>
        <translation>%1
Se busca como: %2
En todo el proyecto: %3 instancias</translation>
    </message>
</context>
<context>
    <name>gui::LabelPanel</name>
    <message>
        <source>Colour</source>
        <translation>Color</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>Atributos</translation>
    </message>
    <message>
        <source>Attribute</source>
        <translation>Atributo</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Choices</source>
        <translation>Opciones</translation>
    </message>
    <message>
        <source>Add an attribute to this label</source>
        <translation>Añadir un atributo a esta clase</translation>
    </message>
    <message>
        <source>Add attribute</source>
        <translation>Añadir atributo</translation>
    </message>
    <message>
        <source>Remove the attribute. Values that were given stay in the project and come back when this is undone.</source>
        <translation>Quitar el atributo. Los valores dados quedan en el proyecto y vuelven al deshacer.</translation>
    </message>
    <message>
        <source>Remove attribute</source>
        <translation>Quitar atributo</translation>
    </message>
    <message>
        <source>yes or no</source>
        <translation>sí o no</translation>
    </message>
    <message>
        <source>choice</source>
        <translation>opción</translation>
    </message>
    <message>
        <source>number</source>
        <translation>número</translation>
    </message>
    <message>
        <source>text</source>
        <translation>texto</translation>
    </message>
    <message>
        <source>Type of %1</source>
        <translation>Tipo de %1</translation>
    </message>
    <message>
        <source>Colour of %1</source>
        <translation>Color de %1</translation>
    </message>
    <message>
        <source>attribute</source>
        <translation>atributo</translation>
    </message>
    <message>
        <source>attribute %1</source>
        <translation>atributo %1</translation>
    </message>
    <message>
        <source>Phrases for the model; empty: the name</source>
        <translation>Frases para el modelo; vacío: el nombre</translation>
    </message>
    <message>
        <source>What the model is asked for, with commas between: bottle, flask. What several phrases find is one instance.</source>
        <translation>Lo que se pide al modelo, separado por comas: botella, frasco. Lo que encuentran varias frases es una instancia.</translation>
    </message>
    <message>
        <source>Phrases</source>
        <translation>Frases</translation>
    </message>
    <message>
        <source>the model&apos;s own</source>
        <translation>el del modelo</translation>
    </message>
    <message>
        <source>Proposals for this label that are scored lower are left out</source>
        <translation>Las propuestas de esta clase con menor puntuación se omiten</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Umbral</translation>
    </message>
    <message>
        <source>Score from</source>
        <translation>Puntuación desde</translation>
    </message>
</context>
<context>
    <name>gui::LabelPicker</name>
    <message>
        <source>Label</source>
        <translation>Clase</translation>
    </message>
    <message>
        <source>Labels that fit</source>
        <translation>Clases que encajan</translation>
    </message>
    <message>
        <source>New label “%1”</source>
        <translation>Nueva clase «%1»</translation>
    </message>
</context>
<context>
    <name>gui::LicenceStep</name>
    <message>
        <source>1  Licence</source>
        <translation>1  Licencia</translation>
    </message>
    <message>
        <source>I have &amp;read it and accept it</source>
        <translation>&amp;La he leído y la acepto</translation>
    </message>
    <message>
        <source>Text of the licence</source>
        <translation>Texto de la licencia</translation>
    </message>
    <message>
        <source>1  Licence: %1 of %2</source>
        <translation>1  Licencia: %1 del %2</translation>
    </message>
    <message>
        <source>The licence comes with the model; read it where you got the file.</source>
        <translation>La licencia viene con el modelo; léela donde obtuviste el archivo.</translation>
    </message>
    <message>
        <source>Accepted on %1</source>
        <translation>Aceptada el %1</translation>
    </message>
</context>
<context>
    <name>gui::MainWindow</name>
    <message>
        <source>Tools</source>
        <translation>Herramientas</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Archivo</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Editar</translation>
    </message>
    <message>
        <source>&amp;Mask</source>
        <translation>&amp;Máscara</translation>
    </message>
    <message>
        <source>&amp;Prompt</source>
        <translation>&amp;Petición</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ver</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Tema</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;yuda</translation>
    </message>
    <message>
        <source>About Maskwright</source>
        <translation>Acerca de Maskwright</translation>
    </message>
    <message>
        <source>&lt;b&gt;Maskwright %1&lt;/b&gt;&lt;p&gt;Masks for images: found by a phrase or an example, corrected by hand, kept on your machine.&lt;/p&gt;&lt;p&gt;Apache License 2.0. Uses Qt %2.&lt;/p&gt;</source>
        <translation>&lt;b&gt;Maskwright %1&lt;/b&gt;&lt;p&gt;Máscaras para imágenes: halladas con una frase o un ejemplo, corregidas a mano, guardadas en tu equipo.&lt;/p&gt;&lt;p&gt;Apache License 2.0. Usa Qt %2.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Maskwright</source>
        <translation>Maskwright</translation>
    </message>
    <message>
        <source>&amp;Layout</source>
        <translation>&amp;Disposición</translation>
    </message>
    <message>
        <source>Te&amp;xt size</source>
        <translation>Tamaño del te&amp;xto</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>&amp;Instances</source>
        <translation>&amp;Instancias</translation>
    </message>
    <message>
        <source>Colo&amp;urs</source>
        <translation>Colores</translation>
    </message>
    <message>
        <source>P&amp;anels</source>
        <translation>Paneles</translation>
    </message>
    <message>
        <source>&amp;Review</source>
        <translation>&amp;Revisar</translation>
    </message>
    <message>
        <source>%1 (read only)</source>
        <translation>%1 (solo lectura)</translation>
    </message>
</context>
<context>
    <name>gui::MergeDialog</name>
    <message>
        <source>removed</source>
        <translation>eliminada</translation>
    </message>
    <message>
        <source>no label</source>
        <translation>sin clase</translation>
    </message>
    <message>
        <source>%1, %2 pixels</source>
        <translation>%1, %2 píxeles</translation>
    </message>
    <message>
        <source>Merge both versions</source>
        <translation>Combinar ambas versiones</translation>
    </message>
    <message>
        <source>%1 instances that only they changed are taken over. These were changed in both versions; yours stay unless you tick theirs.</source>
        <translation>Se toman %1 instancias que solo cambió la otra versión. Estas cambiaron en ambas; las tuyas quedan si no marcas las otras.</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Imagen</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Mía</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>La otra</translation>
    </message>
    <message>
        <source>Instances that both changed</source>
        <translation>Instancias que ambos cambiaron</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Fusionar</translation>
    </message>
    <message>
        <source>Both changed the label “%1”; it is as yours.</source>
        <translation>Ambos cambiaron la clase «%1»; queda como la suya.</translation>
    </message>
    <message>
        <source>They renamed “%1” to a name that another label of yours has; it keeps its name.</source>
        <translation>Renombraron «%1» con un nombre que ya tiene otra clase suya; conserva su nombre.</translation>
    </message>
    <message>
        <source>They removed the label “%1”; it stays.</source>
        <translation>Eliminaron la clase «%1»; se conserva.</translation>
    </message>
    <message>
        <source>They removed the image “%1”, which you changed; it stays.</source>
        <translation>Eliminaron la imagen «%1», que usted cambió; se conserva.</translation>
    </message>
    <message>
        <source>They changed the image “%1”, which you removed; it stays removed.</source>
        <translation>Cambiaron la imagen «%1», que usted eliminó; sigue eliminada.</translation>
    </message>
    <message>
        <source>And %1 more.</source>
        <translation>Y %1 más.</translation>
    </message>
</context>
<context>
    <name>gui::MiniMap</name>
    <message>
        <source>Mini-map</source>
        <translation>Minimapa</translation>
    </message>
</context>
<context>
    <name>gui::ModelCommands</name>
    <message>
        <source>Use it with Prompt, Get a model.</source>
        <translation>Úsalo con Petición, Obtener un modelo.</translation>
    </message>
</context>
<context>
    <name>gui::ModelDialog</name>
    <message>
        <source>Checking what is here of %1 …</source>
        <translation>Comprobando lo que hay de %1 …</translation>
    </message>
    <message>
        <source>Asking for %1 …</source>
        <translation>Pidiendo %1 …</translation>
    </message>
    <message>
        <source>The connection broke off; next try in %1 s. What is here is kept.</source>
        <translation>La conexión se cortó; próximo intento en %1 s. Lo recibido se conserva.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>%1:%2 left</source>
        <translation>quedan %1:%2</translation>
    </message>
    <message>
        <source>this server sends the beginning again</source>
        <translation>este servidor envía de nuevo el principio</translation>
    </message>
    <message>
        <source>About the model</source>
        <translation>Acerca del modelo</translation>
    </message>
    <message>
        <source>Get a model</source>
        <translation>Obtener un modelo</translation>
    </message>
    <message>
        <source>3  Space</source>
        <translation>3  Espacio</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Espacio</translation>
    </message>
    <message>
        <source>&amp;Change …</source>
        <translation>&amp;Cambiar …</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progreso</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Cifras</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>&amp;Get it</source>
        <translation>&amp;Obtener</translation>
    </message>
    <message>
        <source>&amp;Pause, keep what is here</source>
        <translation>&amp;Pausar y conservar lo recibido</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Importar</translation>
    </message>
    <message>
        <source>&amp;Remove …</source>
        <translation>&amp;Quitar …</translation>
    </message>
    <message>
        <source>&amp;Use this model</source>
        <translation>&amp;Usar este modelo</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>From a &amp;file …</source>
        <translation>&amp;De un archivo …</translation>
    </message>
    <message>
        <source>From a f&amp;older …</source>
        <translation>D&amp;e una carpeta …</translation>
    </message>
    <message>
        <source>No checksum of it is known to the program, so its file can be checked only against what the server states.</source>
        <translation>El programa no conoce su suma de comprobación, así que el archivo solo puede compararse con lo que dice el servidor.</translation>
    </message>
    <message>
        <source>No checksum of it is known to the program, so its file is taken as it is.</source>
        <translation>El programa no conoce su suma de comprobación, así que el archivo se toma tal cual.</translation>
    </message>
    <message>
        <source>It takes about %1 of memory and this machine has %2; a copy of 8 bits takes less than half: maskwright-cli convert --dtype q8.</source>
        <translation>Necesita unos %1 de memoria y este equipo tiene %2; una copia de 8 bits necesita menos de la mitad: maskwright-cli convert --dtype q8.</translation>
    </message>
    <message>
        <source>%1 needed, %2 free in %3</source>
        <translation>hacen falta %1, libres %2 en %3</translation>
    </message>
    <message>
        <source>%1 free in %2</source>
        <translation>%1 libres en %2</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>Co&amp;ntinuar</translation>
    </message>
    <message>
        <source>the model</source>
        <translation>el modelo</translation>
    </message>
    <message>
        <source>Its checksum is right.</source>
        <translation>Su suma de comprobación es correcta.</translation>
    </message>
    <message>
        <source>Its checksum is what the server states.</source>
        <translation>Su suma de comprobación es la que indica el servidor.</translation>
    </message>
    <message>
        <source>Nobody states its checksum, so it could not be checked.</source>
        <translation>Nadie indica su suma de comprobación, así que no se pudo comprobar.</translation>
    </message>
    <message>
        <source>Go to the licence</source>
        <translation>Ir a la licencia</translation>
    </message>
    <message>
        <source>Enter a token</source>
        <translation>Introducir un token</translation>
    </message>
    <message>
        <source>Open the token page</source>
        <translation>Abrir la página del token</translation>
    </message>
    <message>
        <source>Open the request page</source>
        <translation>Abrir la página de solicitud</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Import a file …</source>
        <translation>Importar un archivo …</translation>
    </message>
    <message>
        <source>Choose another folder …</source>
        <translation>Elegir otra carpeta …</translation>
    </message>
    <message>
        <source>Import a folder</source>
        <translation>Importar una carpeta</translation>
    </message>
    <message>
        <source>Import a model</source>
        <translation>Importar un modelo</translation>
    </message>
    <message>
        <source>Models (*.safetensors *.pt *.pth);;All files (*)</source>
        <translation>Modelos (*.safetensors *.pt *.pth);;Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Folder for models</source>
        <translation>Carpeta de modelos</translation>
    </message>
    <message>
        <source>Remove %1 and all its files from the models folder?</source>
        <translation>¿Quitar %1 y todos sus archivos de la carpeta de modelos?</translation>
    </message>
    <message>
        <source>Remove a model</source>
        <translation>Quitar un modelo</translation>
    </message>
</context>
<context>
    <name>gui::ModelList</name>
    <message>
        <source>text</source>
        <translation>texto</translation>
    </message>
    <message>
        <source>examples</source>
        <translation>ejemplos</translation>
    </message>
    <message>
        <source>clicks</source>
        <translation>clics</translation>
    </message>
    <message>
        <source>video</source>
        <translation>vídeo</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>desconocido</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>Can do</source>
        <translation>Puede</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Fits memory</source>
        <translation>Cabe en memoria</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Aquí</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelos</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>en uso</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>sí</translation>
    </message>
    <message>
        <source>%1 of it</source>
        <translation>%1 de él</translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
    <message>
        <source>no, import only</source>
        <translation>no, solo importar</translation>
    </message>
    <message>
        <source>small</source>
        <translation>pequeño</translation>
    </message>
    <message>
        <source>tight</source>
        <translation>justo</translation>
    </message>
    <message>
        <source>A session takes about %1; this machine has %2.</source>
        <translation>Una sesión necesita unos %1; este equipo tiene %2.</translation>
    </message>
</context>
<context>
    <name>gui::OverlapPanel</name>
    <message>
        <source>Leave them</source>
        <translation>Dejarlas</translation>
    </message>
    <message>
        <source>Other instances under the stroke: %1</source>
        <translation>Otras instancias bajo el trazo: %1</translation>
    </message>
</context>
<context>
    <name>gui::PlanDialog</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>No pixel in two instances</source>
        <translation>Ningún píxel en dos instancias</translation>
    </message>
    <message>
        <source>&amp;Try</source>
        <translation>&amp;Probar</translation>
    </message>
    <message>
        <source>Auto-label all images</source>
        <translation>Etiquetar automáticamente todas las imágenes</translation>
    </message>
    <message>
        <source>&amp;Open a plan …</source>
        <translation>A&amp;brir un plan …</translation>
    </message>
    <message>
        <source>&amp;Save the plan …</source>
        <translation>&amp;Guardar el plan …</translation>
    </message>
    <message>
        <source>Start the &amp;run</source>
        <translation>&amp;Iniciar</translation>
    </message>
    <message>
        <source>&amp;Add a label</source>
        <translation>&amp;Añadir una etiqueta</translation>
    </message>
    <message>
        <source>R&amp;emove</source>
        <translation>&amp;Quitar</translation>
    </message>
    <message>
        <source>Add what is not there yet</source>
        <translation>Añadir lo que falta</translation>
    </message>
    <message>
        <source>Only images without instances</source>
        <translation>Solo imágenes sin instancias</translation>
    </message>
    <message>
        <source>Replace what earlier runs left</source>
        <translation>Sustituir lo de ejecuciones anteriores</translation>
    </message>
    <message>
        <source>What people made, accepted, rejected or painted is never changed</source>
        <translation>Nunca se cambia lo que una persona hizo, aceptó, rechazó o pintó</translation>
    </message>
    <message>
        <source>Both labels keep it</source>
        <translation>Ambas etiquetas lo conservan</translation>
    </message>
    <message>
        <source>The better score keeps it</source>
        <translation>Lo conserva la mejor puntuación</translation>
    </message>
    <message>
        <source>The upper label keeps it</source>
        <translation>Lo conserva la etiqueta superior</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguna</translation>
    </message>
    <message>
        <source>Windows of this side are asked besides the whole picture, for objects that are small in it</source>
        <translation>Además de la imagen entera se consultan ventanas de este lado, para objetos pequeños</translation>
    </message>
    <message>
        <source>&amp;Write</source>
        <translation>&amp;Escribir</translation>
    </message>
    <message>
        <source>An object that two labels find</source>
        <translation>Un objeto que hallan dos etiquetas</translation>
    </message>
    <message>
        <source>The same object from an overlap of</source>
        <translation>El mismo objeto desde un solape de</translation>
    </message>
    <message>
        <source>Smallest area</source>
        <translation>Área mínima</translation>
    </message>
    <message>
        <source>overlapping by</source>
        <translation>con solape de</translation>
    </message>
    <message>
        <source>Tiles for small objects</source>
        <translation>Teselas para objetos pequeños</translation>
    </message>
    <message>
        <source>Images of the sample</source>
        <translation>Imágenes de la muestra</translation>
    </message>
    <message>
        <source>Try it first on so many images; nothing is written:</source>
        <translation>Probar antes con tantas imágenes; no se escribe nada:</translation>
    </message>
    <message>
        <source>The plan looks for nothing; add a label or give one a tick.</source>
        <translation>El plan no busca nada; añada una etiqueta o marque una.</translation>
    </message>
    <message>
        <source>Open a plan</source>
        <translation>Abrir un plan</translation>
    </message>
    <message>
        <source>Plans (*.json)</source>
        <translation>Planes (*.json)</translation>
    </message>
    <message>
        <source>The plan can&apos;t be read: %1.</source>
        <translation>No se puede leer el plan: %1.</translation>
    </message>
    <message>
        <source>Save the plan</source>
        <translation>Guardar el plan</translation>
    </message>
    <message>
        <source>The plan can&apos;t be saved: %1.</source>
        <translation>No se puede guardar el plan: %1.</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>&amp;Detener</translation>
    </message>
    <message>
        <source>Trying …</source>
        <translation>Probando …</translation>
    </message>
    <message>
        <source>Images: %1 in %2; all %3 would take about %4.</source>
        <translation>Imágenes: %1 en %2; las %3 tardarían unos %4.</translation>
    </message>
    <message>
        <source>Images that could not be labelled: %1; the first is %2</source>
        <translation>Imágenes que no se pudieron etiquetar: %1; la primera es %2</translation>
    </message>
    <message>
        <source>Find %1 in all images</source>
        <translation>Buscar %1 en todas las imágenes</translation>
    </message>
</context>
<context>
    <name>gui::PlanTable</name>
    <message>
        <source>Classes of the plan</source>
        <translation>Clases del plan</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Etiqueta</translation>
    </message>
    <message>
        <source>Phrases</source>
        <translation>Frases</translation>
    </message>
    <message>
        <source>But not</source>
        <translation>Pero no</translation>
    </message>
    <message>
        <source>Score above</source>
        <translation>Puntuación sobre</translation>
    </message>
    <message>
        <source>What to look for, with commas between; what several phrases find is one instance</source>
        <translation>Qué buscar, separado por comas; lo que hallen varias frases es una instancia</translation>
    </message>
    <message>
        <source>What one of these finds with a better score is left out</source>
        <translation>Lo que una de estas halle con mejor puntuación se omite</translation>
    </message>
    <message>
        <source>From 0 to 1; empty: the model&apos;s own</source>
        <translation>De 0 a 1; vacío: el del modelo</translation>
    </message>
</context>
<context>
    <name>gui::PresetRow</name>
    <message>
        <source>Saved &amp;choices:</source>
        <translation>&amp;Opciones guardadas:</translation>
    </message>
    <message>
        <source>&amp;Save as …</source>
        <translation>&amp;Guardar como …</translation>
    </message>
    <message>
        <source>Keep these choices under a name, for here and for maskwright-cli export --preset</source>
        <translation>Guardar estas opciones con un nombre, para aquí y para maskwright-cli export --preset</translation>
    </message>
    <message>
        <source>For&amp;get</source>
        <translation>&amp;Olvidar</translation>
    </message>
    <message>
        <source>Forget the choices of this name</source>
        <translation>Olvidar las opciones de este nombre</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguna</translation>
    </message>
    <message>
        <source>Save choices</source>
        <translation>Guardar opciones</translation>
    </message>
    <message>
        <source>Name:</source>
        <translation>Nombre:</translation>
    </message>
</context>
<context>
    <name>gui::ProgressWidget</name>
    <message>
        <source>Encoding the image</source>
        <translation>Codificando la imagen</translation>
    </message>
    <message>
        <source>Finding instances</source>
        <translation>Buscando instancias</translation>
    </message>
    <message>
        <source>Finding the shape</source>
        <translation>Buscando la forma</translation>
    </message>
    <message>
        <source>Loading the model</source>
        <translation>Cargando el modelo</translation>
    </message>
    <message>
        <source>Progress of the model</source>
        <translation>Progreso del modelo</translation>
    </message>
    <message>
        <source>Stop the model (Ctrl+.)</source>
        <translation>Detener el modelo (Ctrl+.)</translation>
    </message>
    <message>
        <source>Stop the model</source>
        <translation>Detener el modelo</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>Trabajando</translation>
    </message>
    <message>
        <source>, %1 s</source>
        <translation>, %1 s</translation>
    </message>
</context>
<context>
    <name>gui::PromptBar</name>
    <message>
        <source>Phrase</source>
        <translation>Frase</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Lo encontrado</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Umbral</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Aceptar</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Puntuación</translation>
    </message>
    <message>
        <source>like box %1</source>
        <translation>como cuadro %1</translation>
    </message>
    <message>
        <source>not box %1</source>
        <translation>no como cuadro %1</translation>
    </message>
    <message>
        <source>More like this. Click to remove.</source>
        <translation>Más como esto. Clic para quitar.</translation>
    </message>
    <message>
        <source>Not like this. Click to remove.</source>
        <translation>No como esto. Clic para quitar.</translation>
    </message>
    <message>
        <source>Remove example %1</source>
        <translation>Quitar el ejemplo %1</translation>
    </message>
    <message>
        <source>Remove counter-example %1</source>
        <translation>Quitar el contraejemplo %1</translation>
    </message>
    <message>
        <source>No model is loaded. Brush, eraser and all lists work without one.</source>
        <translation>No hay modelo cargado. El pincel, el borrador y las listas funcionan sin él.</translation>
    </message>
    <message>
        <source>%1 knows no phrases; draw an exemplar box.</source>
        <translation>%1 no entiende frases; dibuja un cuadro de ejemplo.</translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation>Buscando …</translation>
    </message>
    <message>
        <source>Nothing new</source>
        <translation>Nada nuevo</translation>
    </message>
    <message>
        <source>Nothing found. Try a synonym or an exemplar box.</source>
        <translation>No se encontró nada. Prueba un sinónimo o un cuadro de ejemplo.</translation>
    </message>
    <message>
        <source>Nothing above %1. Best guess %2</source>
        <translation>Nada por encima de %1. Mejor intento %2</translation>
    </message>
    <message>
        <source>%1 found, %2 pass</source>
        <translation>%1 encontradas, %2 pasan</translation>
    </message>
    <message>
        <source>, %1 labelled already</source>
        <translation>, %1 ya etiquetadas</translation>
    </message>
    <message>
        <source>Exemplar boxes only</source>
        <translation>Solo cuadros de ejemplo</translation>
    </message>
    <message>
        <source>What to find  ( / )</source>
        <translation>Qué buscar  ( / )</translation>
    </message>
    <message>
        <source>The model took %1 s.</source>
        <translation>El modelo tardó %1 s.</translation>
    </message>
    <message>
        <source>Instances that are found again</source>
        <translation>Instancias que se vuelven a encontrar</translation>
    </message>
    <message>
        <source>What Accept does with instances that are there already: those that share 70 % of their pixels with a proposal. Reject a proposal with X to leave its instance as it is.</source>
        <translation>Lo que Aceptar hace con las instancias que ya están: las que comparten el 70 % de sus píxeles con una propuesta. Rechace una propuesta con X para dejar su instancia como está.</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Conservar</translation>
    </message>
    <message>
        <source>They stay as they are; nothing is proposed for them</source>
        <translation>Quedan como están; no se propone nada para ellas</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Sustituir</translation>
    </message>
    <message>
        <source>They get the shape that was found, except where a hand painted</source>
        <translation>Reciben la forma encontrada, salvo donde se pintó a mano</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Fusionar</translation>
    </message>
    <message>
        <source>They get what was found besides their own shape, except where a hand erased</source>
        <translation>Reciben lo encontrado además de su forma, salvo donde se borró a mano</translation>
    </message>
    <message>
        <source>Proposals scored lower than this are left out; each label keeps its own. Nothing is computed again.</source>
        <translation>Las propuestas con menor puntuación se omiten; cada clase conserva su umbral. No se vuelve a calcular nada.</translation>
    </message>
</context>
<context>
    <name>gui::QueryEdit</name>
    <message>
        <source>Filter: class:car score:&lt;0.5 state:auto area:&gt;100</source>
        <translation>Filtro: class:car score:&lt;0.5 state:auto area:&gt;100</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtro</translation>
    </message>
    <message>
        <source>class, state, origin, score, area, width, height, parts, holes, byhand, prompt, model, name, has, instances, reviewed, tag, attr.NAME …
Space: and. or: or. -: not. Values: &gt;5, 1..5, a,b, &quot;two words&quot;.</source>
        <translation>class, state, origin, score, area, width, height, parts, holes, byhand, prompt, model, name, has, instances, reviewed, tag, attr.NAME …
Espacio: y. or: o. -: no. Valores: &gt;5, 1..5, a,b, &quot;two words&quot;.</translation>
    </message>
</context>
<context>
    <name>gui::RemapDialog</name>
    <message>
        <source>stays</source>
        <translation>se queda</translation>
    </message>
    <message>
        <source>no label</source>
        <translation>sin clase</translation>
    </message>
    <message>
        <source>Remove labels that have become empty</source>
        <translation>Quitar las clases que queden vacías</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Cambiar</translation>
    </message>
    <message>
        <source>Merge or delete labels</source>
        <translation>Fusionar o eliminar clases</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Clase</translation>
    </message>
    <message>
        <source>Instances</source>
        <translation>Instancias</translation>
    </message>
    <message>
        <source>Becomes</source>
        <translation>Pasa a ser</translation>
    </message>
    <message>
        <source>Labels and what they become</source>
        <translation>Clases y en qué se convierten</translation>
    </message>
    <message>
        <source>%1 instances of %2 labels change, in all images. One undo takes it back.</source>
        <translation>Cambian %1 instancias de %2 clases, en todas las imágenes. Se deshace de una vez.</translation>
    </message>
    <message>
        <source>Choose what a label becomes.</source>
        <translation>Elige en qué se convierte una clase.</translation>
    </message>
    <message>
        <source>%1 instances have another label now.</source>
        <translation>%1 instancias tienen ahora otra clase.</translation>
    </message>
</context>
<context>
    <name>gui::Review</name>
    <message>
        <source>This instance is locked; unlock it to reject it.</source>
        <translation>Esta instancia está bloqueada; desbloquéela para rechazarla.</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Aceptar</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Rechazar</translation>
    </message>
    <message>
        <source>Assign label</source>
        <translation>Asignar clase</translation>
    </message>
    <message>
        <source>Accept the rest</source>
        <translation>Aceptar el resto</translation>
    </message>
    <message>
        <source>Accept above a score</source>
        <translation>Aceptar desde una puntuación</translation>
    </message>
</context>
<context>
    <name>gui::ReviewDock</name>
    <message>
        <source>Review</source>
        <translation>Revisión</translation>
    </message>
    <message>
        <source>Stop reviewing</source>
        <translation>Terminar la revisión</translation>
    </message>
    <message>
        <source>Start reviewing</source>
        <translation>Empezar la revisión</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Aceptar</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Rechazar</translation>
    </message>
    <message>
        <source>Paint</source>
        <translation>Pintar</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Puntos</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Omitir</translation>
    </message>
    <message>
        <source>A digit gives that label and accepts.</source>
        <translation>Una cifra da esa clase y acepta.</translation>
    </message>
    <message>
        <source>Review queue</source>
        <translation>Cola de revisión</translation>
    </message>
    <message>
        <source>%1 of %2 decided</source>
        <translation>%1 de %2 decididas</translation>
    </message>
    <message>
        <source>What the model found and nobody has looked at comes here, the most doubtful first.</source>
        <translation>Aquí aparece lo que el modelo encontró y nadie ha mirado, lo más dudoso primero.</translation>
    </message>
    <message>
        <source>Looking through the project …</source>
        <translation>Examinando el proyecto …</translation>
    </message>
    <message>
        <source>Nothing that the filter shows waits for review.</source>
        <translation>Nada de lo que muestra el filtro espera revisión.</translation>
    </message>
    <message>
        <source>Nothing waits for review.</source>
        <translation>Nada espera revisión.</translation>
    </message>
</context>
<context>
    <name>gui::RunBar</name>
    <message>
        <source>Put in what is found</source>
        <translation>Incorporar lo hallado</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>Auto-label run</source>
        <translation>Etiquetado automático</translation>
    </message>
    <message>
        <source>Progress of the auto-label run</source>
        <translation>Progreso del etiquetado automático</translation>
    </message>
    <message>
        <source>Ends the run and adds the instances it has found, as one step that undo takes back</source>
        <translation>Termina la ejecución y añade las instancias halladas, en un paso que se puede deshacer</translation>
    </message>
    <message>
        <source>Ends the run and forgets what it has found</source>
        <translation>Termina la ejecución y olvida lo hallado</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausar</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Putting the results into the project …</source>
        <translation>Incorporando los resultados al proyecto …</translation>
    </message>
    <message>
        <source>Auto-label: %1 of %2 images</source>
        <translation>Etiquetado automático: %1 de %2 imágenes</translation>
    </message>
    <message>
        <source>, not labelled: %1</source>
        <translation>, sin etiquetar: %1</translation>
    </message>
    <message>
        <source>, paused</source>
        <translation>, en pausa</translation>
    </message>
    <message>
        <source>, %1 a second</source>
        <translation>, %1 por segundo</translation>
    </message>
    <message>
        <source>, %1 s left</source>
        <translation>, quedan %1 s</translation>
    </message>
    <message>
        <source>, %1 min left</source>
        <translation>, quedan %1 min</translation>
    </message>
</context>
<context>
    <name>gui::SafetyCommands</name>
    <message>
        <source>Backups …</source>
        <translation>Copias …</translation>
    </message>
    <message>
        <source>The project file is back, and everything is saved.</source>
        <translation>El archivo del proyecto ha vuelto y todo está guardado.</translation>
    </message>
    <message>
        <source>Your work is kept on this computer and writing is tried again.</source>
        <translation>Su trabajo se guarda en este equipo y se vuelve a intentar escribir.</translation>
    </message>
    <message>
        <source>Your work is kept here and writing is tried again.</source>
        <translation>Su trabajo se mantiene aquí y se vuelve a intentar escribir.</translation>
    </message>
    <message>
        <source>Save as …</source>
        <translation>Guardar como …</translation>
    </message>
    <message>
        <source>Write it there again</source>
        <translation>Escribirlo allí de nuevo</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>Tomar la otra</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Conservar la mía</translation>
    </message>
    <message>
        <source>Save mine as …</source>
        <translation>Guardar la mía como …</translation>
    </message>
    <message>
        <source>%1 on %2 %3</source>
        <translation>%1 en %2 %3</translation>
    </message>
    <message>
        <source>instance</source>
        <translation>instancia</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 en %2</translation>
    </message>
    <message>
        <source>The program did not end properly the last time. Restored to %1; last action: %2.</source>
        <translation>La última vez el programa no terminó bien. Restaurado hasta %1; última acción: %2.</translation>
    </message>
    <message>
        <source>Checkpoint made. Work is saved by itself; File, Backups and checkpoints leads back to this state.</source>
        <translation>Punto de control creado. El trabajo se guarda solo; Archivo, Copias y puntos de control vuelve a este estado.</translation>
    </message>
    <message>
        <source>This is their version. Yours is kept in %1.</source>
        <translation>Esta es la otra versión. La suya queda en %1.</translation>
    </message>
    <message>
        <source>%1 This is your version, in %2.</source>
        <translation>%1 Esta es su versión, en %2.</translation>
    </message>
    <message>
        <source>%1 can&apos;t be written.</source>
        <translation>No se puede escribir %1.</translation>
    </message>
    <message>
        <source>This is your version. Theirs is kept in %1.</source>
        <translation>Esta es su versión. La otra queda en %1.</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Guardar como</translation>
    </message>
    <message>
        <source>Projects (*%1)</source>
        <translation>Proyectos (*%1)</translation>
    </message>
    <message>
        <source>Read only: another program is working in %1. You see what it saved and can change nothing.</source>
        <translation>Solo lectura: otro programa trabaja en %1. Ves lo que ha guardado y no puedes cambiar nada.</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Abrir de nuevo</translation>
    </message>
    <message>
        <source>Merge …</source>
        <translation>Fusionar …</translation>
    </message>
    <message>
        <source>Merge both versions</source>
        <translation>Combinar ambas versiones</translation>
    </message>
    <message>
        <source>Merged: %1 instances came from theirs, which is kept in %2. One undo takes it back.</source>
        <translation>Combinado: %1 instancias vinieron de la otra versión, que se conserva en %2. Se deshace en un paso.</translation>
    </message>
</context>
<context>
    <name>gui::SampleTable</name>
    <message>
        <source>What the sample found</source>
        <translation>Lo que halló la muestra</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Etiqueta</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Hallados</translation>
    </message>
    <message>
        <source>About, in all</source>
        <translation>En total, unas</translation>
    </message>
    <message>
        <source>Scores from 0 to 1</source>
        <translation>Puntuaciones de 0 a 1</translation>
    </message>
</context>
<context>
    <name>gui::Session</name>
    <message>
        <source>object</source>
        <translation>objeto</translation>
    </message>
    <message>
        <source>Assign label</source>
        <translation>Asignar clase</translation>
    </message>
    <message>
        <source>No image after this one is left to do.</source>
        <translation>No queda ninguna imagen pendiente después de esta.</translation>
    </message>
    <message>
        <source>No image before this one is left to do.</source>
        <translation>No queda ninguna imagen pendiente antes de esta.</translation>
    </message>
    <message>
        <source>This project is open to look at only: another program is working in it.</source>
        <translation>Este proyecto está abierto solo para verlo: otro programa trabaja en él.</translation>
    </message>
</context>
<context>
    <name>gui::ShapeCommands</name>
    <message>
        <source>Select two or more unlocked instances; the first one keeps its id.</source>
        <translation>Seleccione dos o más instancias sin bloquear; la primera conserva su id.</translation>
    </message>
    <message>
        <source>Split parts</source>
        <translation>Separar partes</translation>
    </message>
    <message>
        <source>There is nothing to split: what is selected has one part.</source>
        <translation>No hay nada que separar: lo seleccionado tiene una sola parte.</translation>
    </message>
    <message>
        <source>The image they come from is larger: of %1 instances, %2 were cut at the edge and %3 lay outside and were left out.</source>
        <translation>La imagen de origen es mayor: de %1 instancias, %2 se recortaron en el borde y %3 quedaron fuera.</translation>
    </message>
    <message>
        <source>This is the last image; there is no next one to copy to.</source>
        <translation>Esta es la última imagen; no hay siguiente a la que copiar.</translation>
    </message>
    <message>
        <source>Copy to next image</source>
        <translation>Copiar a la imagen siguiente</translation>
    </message>
    <message>
        <source>No earlier image has an instance of this label to begin from.</source>
        <translation>Ninguna imagen anterior tiene una instancia de esta etiqueta.</translation>
    </message>
    <message>
        <source>The image before has an instance of this label already; nothing lies between.</source>
        <translation>La imagen anterior ya tiene una instancia de esta etiqueta; no hay nada en medio.</translation>
    </message>
    <message>
        <source>Interpolate over %1 images</source>
        <translation>Interpolar en %1 imágenes</translation>
    </message>
    <message>
        <source>interpolated</source>
        <translation>interpolada</translation>
    </message>
</context>
<context>
    <name>gui::ShapePanel</name>
    <message>
        <source>Grow by</source>
        <translation>Crecer en</translation>
    </message>
    <message>
        <source>Shrink by</source>
        <translation>Encoger en</translation>
    </message>
    <message>
        <source>Smooth by</source>
        <translation>Suavizar en</translation>
    </message>
    <message>
        <source>Fill holes under</source>
        <translation>Rellenar huecos de menos de</translation>
    </message>
    <message>
        <source>Drop islands under</source>
        <translation>Quitar islas de menos de</translation>
    </message>
    <message>
        <source>Simplify within</source>
        <translation>Simplificar dentro de</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Aplicar</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>Operación</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Cantidad</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source> px²</source>
        <translation> px²</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>Select an unlocked instance.</source>
        <translation>Seleccione una instancia sin bloquear.</translation>
    </message>
    <message>
        <source>%1 → %2 vertices  ·  overlap (IoU) %3  ·  border off by %4 px at most</source>
        <translation>%1 → %2 vértices  ·  solape (IoU) %3  ·  borde desviado %4 px como mucho</translation>
    </message>
    <message>
        <source>%1 → %2 pixels  ·  parts: %3  ·  holes: %4</source>
        <translation>%1 → %2 píxeles  ·  partes: %3  ·  huecos: %4</translation>
    </message>
    <message>
        <source>instances that vanish: %1</source>
        <translation>instancias que desaparecen: %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>gui::SideRow</name>
    <message>
        <source>This project</source>
        <translation>Este proyecto</translation>
    </message>
    <message>
        <source>A file …</source>
        <translation>Un archivo …</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>todo</translation>
    </message>
    <message>
        <source>Only what this finds</source>
        <translation>Solo lo que esto encuentra</translation>
    </message>
    <message>
        <source>A filter as in the image list, such as origin:hand, model:pocket or state:auto; of projects only</source>
        <translation>Un filtro como en la lista de imágenes, p. ej. origin:hand, model:pocket o state:auto; solo de proyectos</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>Comparar con</translation>
    </message>
    <message>
        <source>Projects, run files and data sets (*.maskwright *.jsonl *.json *.xml *.yaml);;All files (*)</source>
        <translation>Proyectos, archivos de ejecución y conjuntos de datos (*.maskwright *.jsonl *.json *.xml *.yaml);;Todos los archivos (*)</translation>
    </message>
</context>
<context>
    <name>gui::SplitRow</name>
    <message>
        <source>&amp;Keep folders together</source>
        <translation>Mantener &amp;juntas las carpetas</translation>
    </message>
    <message>
        <source>Images of one folder, such as the frames of a video, go into one part.</source>
        <translation>Las imágenes de una carpeta, como los fotogramas de un vídeo, van a una sola parte.</translation>
    </message>
    <message>
        <source>For &amp;validation:</source>
        <translation>Para &amp;validación:</translation>
    </message>
    <message>
        <source>for the &amp;test:</source>
        <translation>para la &amp;prueba:</translation>
    </message>
</context>
<context>
    <name>gui::StatisticsDock</name>
    <message>
        <source>no label</source>
        <translation>sin clase</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>Estadísticas</translation>
    </message>
    <message>
        <source>What to show</source>
        <translation>Qué mostrar</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Clases</translation>
    </message>
    <message>
        <source>Areas</source>
        <translation>Áreas</translation>
    </message>
    <message>
        <source>Sizes</source>
        <translation>Tamaños</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>Puntuaciones</translation>
    </message>
    <message>
        <source>Positions</source>
        <translation>Posiciones</translation>
    </message>
    <message>
        <source>Occurring together</source>
        <translation>Aparición conjunta</translation>
    </message>
    <message>
        <source>Seconds per instance</source>
        <translation>Segundos por instancia</translation>
    </message>
    <message>
        <source>Effort</source>
        <translation>Esfuerzo</translation>
    </message>
    <message>
        <source>Only what the filter shows</source>
        <translation>Solo lo que muestra el filtro</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Clase</translation>
    </message>
    <message>
        <source>Instances</source>
        <translation>Instancias</translation>
    </message>
    <message>
        <source>Seconds each</source>
        <translation>Segundos cada una</translation>
    </message>
    <message>
        <source>Actions each</source>
        <translation>Acciones cada una</translation>
    </message>
    <message>
        <source>Effort by label</source>
        <translation>Esfuerzo por clase</translation>
    </message>
    <message>
        <source>Count time and actions</source>
        <translation>Contar tiempo y acciones</translation>
    </message>
    <message>
        <source>The figures stay in the project on this machine.</source>
        <translation>Las cifras quedan en el proyecto en este equipo.</translation>
    </message>
    <message>
        <source>CSV …</source>
        <translation>CSV …</translation>
    </message>
    <message>
        <source>Write the figures of each label to a file</source>
        <translation>Escribir las cifras de cada clase en un archivo</translation>
    </message>
    <message>
        <source>%1 instances in %2 images, rejected ones left out</source>
        <translation>%1 instancias en %2 imágenes, sin las rechazadas</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 a %2</translation>
    </message>
    <message>
        <source>%1 instances with known effort: %2 seconds and %3 actions each</source>
        <translation>%1 instancias con esfuerzo conocido: %2 segundos y %3 acciones cada una</translation>
    </message>
    <message>
        <source>Write figures</source>
        <translation>Escribir cifras</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tablas (*.csv)</translation>
    </message>
    <message>
        <source>%1 can&apos;t be written: %2. Choose another folder.</source>
        <translation>No se puede escribir %1: %2. Elige otra carpeta.</translation>
    </message>
</context>
<context>
    <name>gui::StatusLine</name>
    <message>
        <source>Saved state</source>
        <translation>Estado de guardado</translation>
    </message>
    <message>
        <source>● Not saved</source>
        <translation>● No guardado</translation>
    </message>
    <message>
        <source>Pointer</source>
        <translation>Puntero</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>Consejo</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>Selección</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>Model and device</source>
        <translation>Modelo y dispositivo</translation>
    </message>
    <message>
        <source>● Saved</source>
        <translation>● Guardado</translation>
    </message>
    <message>
        <source>Everything is in %1</source>
        <translation>Todo está en %1</translation>
    </message>
    <message>
        <source>○ Saving …</source>
        <translation>○ Guardando …</translation>
    </message>
    <message>
        <source>▲ Not saved</source>
        <translation>▲ No guardado</translation>
    </message>
    <message>
        <source>The project can&apos;t be written. Your work is kept and writing is tried again.</source>
        <translation>No se puede escribir el proyecto. Tu trabajo se conserva y se volverá a intentar.</translation>
    </message>
    <message>
        <source>%1 selected</source>
        <translation>%1 seleccionadas</translation>
    </message>
    <message>
        <source>%1, %2 px</source>
        <translation>%1, %2 px</translation>
    </message>
    <message>
        <source>no label</source>
        <translation>sin clase</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>No model</source>
        <translation>Sin modelo</translation>
    </message>
    <message>
        <source>Click to get or choose a model</source>
        <translation>Clic para obtener o elegir un modelo</translation>
    </message>
    <message>
        <source>■ Read only</source>
        <translation>■ Solo lectura</translation>
    </message>
    <message>
        <source>Another program is working in %1</source>
        <translation>Otro programa trabaja en %1</translation>
    </message>
</context>
<context>
    <name>gui::ToolOptions</name>
    <message>
        <source>Tool options</source>
        <translation>Opciones de herramienta</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>Pen pressure</source>
        <translation>Presión del lápiz</translation>
    </message>
    <message>
        <source>A pen pressed harder paints wider</source>
        <translation>Un lápiz más apretado pinta más ancho</translation>
    </message>
    <message>
        <source>Only similar</source>
        <translation>Solo similares</translation>
    </message>
    <message>
        <source>Paint only pixels that look like the one the stroke begins on</source>
        <translation>Pinta solo píxeles parecidos a aquel donde empieza el trazo</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Diferencia</translation>
    </message>
    <message>
        <source>Tolerance</source>
        <translation>Tolerancia</translation>
    </message>
    <message>
        <source>Contiguous</source>
        <translation>Contiguos</translation>
    </message>
    <message>
        <source>Only pixels that hang together with the one clicked on</source>
        <translation>Solo píxeles unidos al pulsado</translation>
    </message>
    <message>
        <source>What happens to other instances under a stroke</source>
        <translation>Qué ocurre con otras instancias bajo un trazo</translation>
    </message>
</context>
<context>
    <name>gui::WelcomePage</name>
    <message>
        <source>Maskwright</source>
        <translation>Maskwright</translation>
    </message>
    <message>
        <source>Open images, type what you are looking for, correct the masks.</source>
        <translation>Abre imágenes, escribe lo que buscas, corrige las máscaras.</translation>
    </message>
    <message>
        <source>Or drop a folder, a project or image files here.</source>
        <translation>O suelta aquí una carpeta, un proyecto o archivos de imagen.</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Recientes</translation>
    </message>
    <message>
        <source>I come &amp;from</source>
        <translation>&amp;Vengo de</translation>
    </message>
    <message>
        <source>none of these</source>
        <translation>ninguno de estos</translation>
    </message>
    <message>
        <source>The program whose keys you know</source>
        <translation>El programa cuyas teclas conoces</translation>
    </message>
    <message>
        <source>Commands get the keys that they have there. Help, Keyboard changes it later.</source>
        <translation>Los comandos toman las teclas que tienen allí. Se cambia después en Ayuda, Teclado.</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Label images with masks.</source>
        <translation>Etiquetar imágenes con máscaras.</translation>
    </message>
    <message>
        <source>Model to load: a file, or the id of one that is here.</source>
        <translation>Modelo que cargar: un archivo o el id de uno presente.</translation>
    </message>
    <message>
        <source>A project, a folder, or image files.</source>
        <translation>Un proyecto, una carpeta o archivos de imagen.</translation>
    </message>
</context>
<context>
    <name>models</name>
    <message>
        <source>its checksum differs</source>
        <translation>su suma de comprobación es distinta</translation>
    </message>
    <message>
        <source>it lacks %1</source>
        <translation>le falta %1</translation>
    </message>
    <message>
        <source>%1 bytes instead of %2</source>
        <translation>%1 bytes en lugar de %2</translation>
    </message>
    <message>
        <source>%1 is on this machine.</source>
        <translation>%1 está en este equipo.</translation>
    </message>
    <message>
        <source>Stopped. What is here of %1 is kept and the download goes on from there.</source>
        <translation>Detenido. Lo recibido de %1 se conserva y la descarga seguirá desde ahí.</translation>
    </message>
    <message>
        <source>The licence of %1 is not accepted yet. Read it and accept it first.</source>
        <translation>La licencia de %1 aún no está aceptada. Léela y acéptala primero.</translation>
    </message>
    <message>
        <source>%1 is given only to people with an account, and no token was sent. Make a token with read access on the server&apos;s page and enter it.</source>
        <translation>%1 solo se da a quien tiene cuenta, y no se envió ningún token. Crea un token con acceso de lectura en la página del servidor e introdúcelo.</translation>
    </message>
    <message>
        <source>The server does not know this token. Make a new one for %1 and enter it.</source>
        <translation>El servidor no conoce este token. Crea uno nuevo para %1 e introdúcelo.</translation>
    </message>
    <message>
        <source>The token is valid but may not read gated models. Give it the right &quot;Read access to contents of all public gated repos&quot; to get %1.</source>
        <translation>El token es válido pero no puede leer modelos restringidos. Dale el permiso &quot;Read access to contents of all public gated repos&quot; para obtener %1.</translation>
    </message>
    <message>
        <source>This account has not asked for %1 yet. Send the request on the model&apos;s page, then try again.</source>
        <translation>Esta cuenta aún no ha pedido %1. Envía la solicitud en la página del modelo y vuelve a intentarlo.</translation>
    </message>
    <message>
        <source>The request for %1 is sent and not answered yet. Try again when the answer has come; other models work meanwhile.</source>
        <translation>La solicitud de %1 está enviada y sin respuesta aún. Inténtalo cuando llegue la respuesta; mientras, otros modelos funcionan.</translation>
    </message>
    <message>
        <source>The request for %1 was refused by its owners. Import a file from someone who has it, or choose another model.</source>
        <translation>Los propietarios rechazaron la solicitud de %1. Importa un archivo de alguien que lo tenga o elige otro modelo.</translation>
    </message>
    <message>
        <source>The server refuses to give %1 to this account (%2). Look at the model&apos;s page, or import a file.</source>
        <translation>El servidor se niega a dar %1 a esta cuenta (%2). Mira la página del modelo o importa un archivo.</translation>
    </message>
    <message>
        <source>Downloads are switched off on this machine. Import %1 from a file, or ask who looks after it.</source>
        <translation>Las descargas están desactivadas en este equipo. Importa %1 de un archivo o pregunta a quien lo administra.</translation>
    </message>
    <message>
        <source>No address of %1 is known. Get its file where its authors offer it, then import it.</source>
        <translation>No se conoce ninguna dirección de %1. Obtén el archivo donde lo ofrecen sus autores e impórtalo.</translation>
    </message>
    <message>
        <source>No address of %1 can be reached (%2). Check the network and its proxy, or import a file.</source>
        <translation>No se puede llegar a ninguna dirección de %1 (%2). Revisa la red y el proxy o importa un archivo.</translation>
    </message>
    <message>
        <source>The connection broke off again and again (%2). What is here of %1 is kept; try again later.</source>
        <translation>La conexión se cortó una y otra vez (%2). Lo recibido de %1 se conserva; inténtalo más tarde.</translation>
    </message>
    <message>
        <source>The server could not give %1 (%2). What is here is kept; try again later.</source>
        <translation>El servidor no pudo dar %1 (%2). Lo recibido se conserva; inténtalo más tarde.</translation>
    </message>
    <message>
        <source>The connection for %1 is not secure (%2). Check the date of this machine and its proxy.</source>
        <translation>La conexión para %1 no es segura (%2). Revisa la fecha de este equipo y su proxy.</translation>
    </message>
    <message>
        <source>What came is not what the catalogue promises for %1: the checksum differs. The file is set aside as %2; try again.</source>
        <translation>Lo recibido no es lo que promete el catálogo para %1: la suma de comprobación es distinta. El archivo queda apartado como %2; inténtalo de nuevo.</translation>
    </message>
    <message>
        <source>That is another file than the catalogue&apos;s for %1 (%2). Choose or wait for the right one.</source>
        <translation>Ese archivo no es el del catálogo para %1 (%2). Elige o espera el correcto.</translation>
    </message>
    <message>
        <source>The file of %1 is no longer at its address (%2). Update the program or import a file.</source>
        <translation>El archivo de %1 ya no está en su dirección (%2). Actualiza el programa o importa un archivo.</translation>
    </message>
    <message>
        <source>There is not enough room for %1: %2. Free some, choose another folder, or a smaller model.</source>
        <translation>No hay espacio suficiente para %1: %2. Libera espacio, elige otra carpeta o un modelo más pequeño.</translation>
    </message>
    <message>
        <source>The models folder can&apos;t be written (%2), so %1 can&apos;t be stored. Choose another folder.</source>
        <translation>No se puede escribir en la carpeta de modelos (%2), así que no se puede guardar %1. Elige otra carpeta.</translation>
    </message>
    <message>
        <source>%2 can&apos;t be read, so %1 was not imported. Choose another file.</source>
        <translation>No se puede leer %2, así que no se importó %1. Elige otro archivo.</translation>
    </message>
    <message>
        <source>Another window or program is getting %1 just now. Wait for it, then look again.</source>
        <translation>Otra ventana o programa está obteniendo %1 ahora mismo. Espera y vuelve a mirar.</translation>
    </message>
    <message>
        <source>no reason given</source>
        <translation>sin motivo indicado</translation>
    </message>
    <message>
        <source>The system&apos;s keychain can&apos;t be used (%1); the token is kept only until the program ends.</source>
        <translation>No se puede usar el llavero del sistema (%1); el token se conserva solo hasta cerrar el programa.</translation>
    </message>
</context>
<context>
    <name>project_files</name>
    <message>
        <source>images</source>
        <translation>imágenes</translation>
    </message>
    <message>
        <source>No images in %1 (looked for %2). Choose a folder that holds image files.</source>
        <translation>No hay imágenes en %1 (se buscó %2). Elige una carpeta con archivos de imagen.</translation>
    </message>
    <message>
        <source>%1 can&apos;t be written. The project is kept in %2.</source>
        <translation>No se puede escribir en %1. El proyecto se guarda en %2.</translation>
    </message>
    <message>
        <source>The demo pictures are missing from this installation. Open a folder of your own images.</source>
        <translation>Faltan las imágenes de prueba en esta instalación. Abre una carpeta con tus imágenes.</translation>
    </message>
    <message>
        <source>%1 can&apos;t be made. Check the rights of your data folder.</source>
        <translation>No se puede crear %1. Revisa los permisos de tu carpeta de datos.</translation>
    </message>
</context>
<context>
    <name>reasons</name>
    <message>
        <source>low score</source>
        <translation>puntuación baja</translation>
    </message>
    <message>
        <source>%1 times as large as usual</source>
        <translation>%1 veces el tamaño habitual</translation>
    </message>
    <message>
        <source>only %1 % of the usual size</source>
        <translation>solo el %1 % del tamaño habitual</translation>
    </message>
    <message>
        <source>unusual shape for its label</source>
        <translation>forma inusual para su clase</translation>
    </message>
    <message>
        <source>ragged outline</source>
        <translation>contorno irregular</translation>
    </message>
    <message>
        <source>in %1 parts</source>
        <translation>en %1 partes</translation>
    </message>
    <message>
        <source>holes: %1</source>
        <translation>agujeros: %1</translation>
    </message>
    <message>
        <source>no edge in the picture along %1 % of the outline</source>
        <translation>sin borde en la imagen en el %1 % del contorno</translation>
    </message>
    <message>
        <source>shares %1 % with another label</source>
        <translation>comparte el %1 % con otra clase</translation>
    </message>
    <message>
        <source>%1 % the same as another instance</source>
        <translation>igual en un %1 % a otra instancia</translation>
    </message>
    <message>
        <source>at the border of the picture, and odd</source>
        <translation>en el borde de la imagen y rara</translation>
    </message>
    <message>
        <source>only %1 of this label</source>
        <translation>solo %1 de esta clase</translation>
    </message>
    <message>
        <source>looks like the others</source>
        <translation>se parece a las demás</translation>
    </message>
    <message>
        <source>only %1 % the same in the compared data</source>
        <translation>solo igual en un %1 % en los datos comparados</translation>
    </message>
    <message>
        <source>missing in the compared data</source>
        <translation>falta en los datos comparados</translation>
    </message>
</context>
</TS>
