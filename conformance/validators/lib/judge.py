"""OpenAPI by openapi-spec-validator; BPMN by the XSD of the standard and by building it in SpiffWorkflow.

Prints one JSON object: the problems of each file named on the command line.
"""

import json
import os
import sys
import warnings

warnings.filterwarnings("ignore")


def openapi(path):
    from openapi_spec_validator import OpenAPIV31SpecValidator
    from openapi_spec_validator.readers import read_from_filename

    document, base = read_from_filename(path)
    if not str(document.get("openapi", "")).startswith("3.1"):
        return [f"openapi is {document.get('openapi')!r}, expected 3.1"]
    errors = OpenAPIV31SpecValidator(document, base_uri=base).iter_errors()
    return [f"openapi-spec-validator: {str(error.message)[:200]}" for error in errors]


def bpmn(path):
    from lxml import etree
    import SpiffWorkflow.bpmn.parser as parser

    # SpiffWorkflow ships the OMG's schema; here it is only read where it was installed.
    place = os.path.join(os.path.dirname(parser.__file__), "schema", "BPMN20.xsd")
    schema = etree.XMLSchema(etree.parse(place))
    document = etree.parse(path)
    if not schema.validate(document):
        return [f"BPMN20.xsd line {entry.line}: {entry.message[:200]}" for entry in schema.error_log]
    workflow = parser.BpmnParser()
    workflow.add_bpmn_file(path)
    executable = [name for name in workflow.get_process_ids() if workflow.process_parsers[name].process_executable]
    for name in executable:
        workflow.get_spec(name)
    # SpiffWorkflow knows no compensation; a process that takes steps back is not marked as executable for it.
    compensates = document.find(".//{*}*[@isForCompensation='true']") is not None
    return [] if executable or compensates else ["SpiffWorkflow: no process is marked as executable"]


def main(paths):
    problems = {}
    for path in paths:
        try:
            problems[path] = bpmn(path) if path.endswith(".bpmn") else openapi(path)
        except Exception as error:  # whatever a judge raises is its verdict on this file
            judge = "SpiffWorkflow" if path.endswith(".bpmn") else "openapi-spec-validator"
            problems[path] = [f"{judge}: {type(error).__name__}: {str(error)[:300]}"]
    json.dump(problems, sys.stdout)


main(sys.argv[1:])
