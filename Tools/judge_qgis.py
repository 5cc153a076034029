#!/usr/bin/env python3
"""Opens a store of `marsad map` in QGIS, without a screen, as a person does who drags it in.

    /usr/bin/python3 Tools/judge_qgis.py FILE [--edit]

Every layer: it opens, with its reference system, the types of its columns as the file declares them, and its
default style, which draws something in the colors of its categories. `--edit`: adds, moves, empties and deletes
rows of each layer through QGIS, as somebody with the edit tools does; the file is changed.
Ends with 1 and says why when something is wrong, with 3 when QGIS is missing.
"""
import os
import sqlite3
import sys
import tempfile

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ.setdefault("XDG_RUNTIME_DIR", tempfile.mkdtemp())
try:
    from qgis.core import (Qgis, QgsApplication, QgsFeature, QgsGeometry, QgsMapRendererParallelJob, QgsMapSettings,
                           QgsPointXY, QgsRectangle, QgsVectorLayer)
    from qgis.PyQt.QtCore import QSize, Qt, QVariant
    from qgis.PyQt.QtGui import QColor
except ImportError as error:
    print(f"{error}; apt-get install python3-qgis qgis-providers")
    sys.exit(3)

path = sys.argv[1]
edits = "--edit" in sys.argv
application = QgsApplication([], False)
application.initQgis()
faults = []
TYPES = {"TEXT": QVariant.String, "INTEGER": QVariant.LongLong, "REAL": QVariant.Double, "BOOLEAN": QVariant.Bool,
         "DATE": QVariant.Date, "DATETIME": QVariant.DateTime, "BLOB": QVariant.ByteArray}
database = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
tables = database.execute("SELECT table_name, data_type FROM gpkg_contents ORDER BY 1").fetchall()
declared = {name: database.execute(f'PRAGMA table_info("{name}")').fetchall() for name, _ in tables}
json_columns = set(database.execute("SELECT table_name, column_name FROM gpkg_data_columns WHERE mime_type = 'application/json'"))
styled = {row[0] for row in database.execute("SELECT f_table_name FROM layer_styles WHERE useAsDefault")}
database.close()


def draw(layer):
    """The colors of a drawing of the layer, but for the white ground."""
    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setBackgroundColor(QColor("white"))
    settings.setOutputSize(QSize(500, 500))
    # What the file states may be out of date after changes by others.
    extent = QgsRectangle()
    for feature in layer.getFeatures():
        if feature.hasGeometry():
            extent.combineExtentWith(feature.geometry().boundingBox())
    extent.grow(0.1)
    settings.setExtent(extent)
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    image = job.renderedImage()
    return {image.pixelColor(x, y).name() for x in range(0, 500, 2) for y in range(0, 500, 2)} - {"#ffffff"}


def check(name, kind, layer):
    if not layer.isValid():
        return faults.append(f"{name}: QGIS cannot open it: {layer.error().summary()}")
    for _, column, sql, _, _, key in declared[name]:
        if key or column == "geom" or "(" in sql:
            continue
        field = layer.fields().field(column)
        # QGIS shows what the file says to be JSON as a map.
        expected = {QVariant.Map, QVariant.String} if (name, column) in json_columns else {TYPES[sql]}
        if field.type() not in expected:
            faults.append(f"{name}: the column {column} of type {sql} is {field.typeName()} in QGIS")
    if kind != "features":
        return
    if layer.crs().authid() != "EPSG:4326":
        faults.append(f"{name}: {layer.crs().authid()}")
    if name not in styled:
        return faults.append(f"{name}: has no default style")
    renderer = layer.renderer()
    if renderer.type() != "categorizedSymbol":
        return faults.append(f"{name}: drawn as {renderer.type()}")
    # What belongs to an object of QGIS goes with it: both are held.
    categories = renderer.categories()
    if categories[-1].value() not in ("", None):
        faults.append(f"{name}: no category for all other values")
    for category in categories if name == "event_areas" else []:
        symbol = category.symbol()
        brushes = [part.brushStyle() for part in symbol.symbolLayers() if part.layerType() == "SimpleFill"]
        if Qt.FDiagPattern not in brushes:
            faults.append(f"event_areas: {category.label()} is not hatched")
    filled = sum(1 for feature in layer.getFeatures() if feature.hasGeometry())
    colors = draw(layer) if filled else set()
    if filled and not colors:
        faults.append(f"{name}: nothing is drawn of {filled} shapes")
    print(f"{path}: QGIS {Qgis.QGIS_VERSION.split('-')[0]}: {name}, {len(categories)} categories, "
          f"{len(colors)} colors drawn, {layer.featureCount()} rows")


def edit(name, layer):
    """One of everything that the tools for editing do."""
    old = [feature.id() for feature in layer.getFeatures()]
    filled = [feature.id() for feature in layer.getFeatures() if feature.hasGeometry()]
    area = layer.geometryType() == 2
    shape = QgsGeometry.fromPointXY(QgsPointXY(44.25, 33.5))
    if area:
        shape = QgsGeometry.fromWkt("MULTIPOLYGON(((44 33,45 33,45 34,44 33)))")
    layer.startEditing()
    fresh = QgsFeature(layer.fields())
    fresh.setGeometry(shape)
    empty = QgsFeature(layer.fields())
    done = layer.addFeatures([fresh, empty])
    if len(filled) > 2:
        done = layer.changeGeometry(filled[0], shape) and done
        done = layer.changeGeometry(filled[1], QgsGeometry()) and done
    if len(old) > 3:
        done = layer.deleteFeatures([old[-1]]) and done
    if not layer.commitChanges() or not done:
        faults.append(f"{name}: QGIS cannot save changes: {layer.commitErrors()}")
    else:
        print(f"{path}: QGIS changed {name}: {len(old)} rows before, {layer.featureCount()} now")


for name, kind in tables:
    layer = QgsVectorLayer(f"{path}|layername={name}", name, "ogr")
    check(name, kind, layer)
    if edits and kind == "features" and layer.isValid():
        edit(name, layer)
    del layer
if edits:
    # QGIS leaves the file in WAL mode while it has it; closing the last connection ends that.
    application.exitQgis()
for fault in faults:
    print(f"{path}: {fault}")
sys.stdout.flush()
os._exit(1 if faults else 0)
