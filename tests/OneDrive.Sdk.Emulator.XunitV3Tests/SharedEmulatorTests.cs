namespace OneDrive.Sdk.Emulator.XunitV3Tests;

/// <summary>With a class fixture: one emulator for all tests.</summary>
public sealed class SharedEmulatorTests(SharedEmulator shared) : IClassFixture<SharedEmulator>
{
    private static readonly HashSet<Uri> Seen = [];

    [Theory]
    [InlineData("a")]
    [InlineData("b")]
    public void Emulator_IsTheSameForEveryTest(string name)
    {
        shared.Emulator.AddUser(user => user.UserPrincipalName = name + "@contoso.example");
        Seen.Add(shared.Emulator.Endpoint);

        Assert.Single(Seen);
    }
}
