/** Not among our dependencies: it weighs more than everything else together, and few need it. */
const exporter = '@azure/monitor-opentelemetry';

type Monitor = {
  useAzureMonitor(options: { readonly azureMonitorExporterOptions: { readonly connectionString: string } }): void;
};

/** Sends what is measured to Application Insights. Throws with what to install where the package for that is missing. */
export const startExport = (connectionString: string, load: (name: string) => unknown = require): void => {
  let monitor: Monitor;
  try {
    monitor = load(exporter) as Monitor;
  } catch (cause) {
    throw new Error(
      `APPLICATIONINSIGHTS_CONNECTION_STRING is set, but ${exporter} is not installed. Run "npm install ${exporter}", or remove the variable.`,
      { cause },
    );
  }
  monitor.useAzureMonitor({ azureMonitorExporterOptions: { connectionString } });
};
