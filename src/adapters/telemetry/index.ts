export { startExport } from './export';
export { createTelemetry, type Telemetry } from './telemetry';
