using OneDrive.Sdk.Emulator.Control.OpenApi;
using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Control;

/// <summary>Everything that can be done over HTTP.</summary>
internal static class ControlCatalog
{
    public static ControlRoutes Create(OneDriveEmulator emulator, EmulatorState state, EmulatorOptions options)
    {
        var schemas = new ControlSchemas();
        var owners = new OwnerLookup(state.Directory);
        List<ControlOperation> operations = [];
        IControlOperations[] parts =
        [
            new ConsoleControl(),
            new HealthControl(emulator, state),
            new DescriptionControl(schemas, () => operations),
            new UserControl(emulator, state, owners),
            new GroupControl(emulator, state, owners),
            new ApplicationControl(emulator, state),
            new DriveControl(emulator, state, owners),
            new ItemControl(emulator, owners, state.Content),
            new SignInControl(emulator, state, options, owners),
            new FaultControl(emulator.Faults, state.Directory, owners, schemas),
            new LimitControl(emulator),
            new QuirkControl(emulator.Quirks, owners, schemas),
            new ClockControl(emulator),
            new SnapshotControl(emulator, owners),
            new TrafficControl(emulator.Traffic, options.TimeProvider, owners),
        ];
        operations.AddRange(parts.SelectMany(part => part.Operations));
        return new ControlRoutes(operations, schemas);
    }
}
