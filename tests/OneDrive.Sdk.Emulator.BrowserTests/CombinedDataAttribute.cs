using System.Reflection;
using Xunit.Sdk;

namespace OneDrive.Sdk.Emulator.BrowserTests;

/// <summary>Every section of the console, wide and narrow, light and dark.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class CombinedDataAttribute : DataAttribute
{
    private static readonly string[] Sections = ["drives", "uploads", "faults", "quirks", "traffic", "people", "tools"];
    private static readonly int[] Widths = [1100, 420];
    private static readonly string[] Schemes = ["Light", "Dark"];

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) =>
        from section in Sections
        from width in Widths
        from scheme in Schemes
        select new object[] { section, width, scheme };
}
