namespace OneDrive.Sdk.ConventionTests.Layers;

/// <summary>The layers of OneDrive.Sdk, lowest first. A type knows its own layer and those below it.</summary>
internal enum Layer
{
    Values,
    Codecs,
    Calls,
    Wire,
    Engines,
    Clients,
    Composition,
}
