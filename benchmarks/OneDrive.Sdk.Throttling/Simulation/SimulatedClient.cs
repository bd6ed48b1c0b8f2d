namespace OneDrive.Sdk.Throttling.Simulation;

/// <summary>How a client deals with refusals: it carries out jobs, each until it is done or given up.</summary>
internal abstract class SimulatedClient(SimulatedService service)
{
    protected SimulatedService Service => service;

    protected EventQueue Clock => service.Clock;

    /// <summary>Carries out one job.</summary>
    internal abstract void Start(Job job);
}
