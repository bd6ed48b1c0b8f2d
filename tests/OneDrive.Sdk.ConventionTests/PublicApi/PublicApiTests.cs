using System.Reflection;
using VerifyXunit;

namespace OneDrive.Sdk.ConventionTests.PublicApi;

/// <summary>
/// A change of the public API is a change of a reviewed file. Both target frameworks compare with the same one: they offer the same.
/// </summary>
public sealed class PublicApiTests
{
    [Theory]
    [InlineData("OneDrive.Sdk")]
    [InlineData("OneDrive.Sdk.Azure")]
    [InlineData("OneDrive.Sdk.DistributedCache")]
    [InlineData("OneDrive.Sdk.EntityFrameworkCore")]
    [InlineData("OneDrive.Sdk.SharePoint")]
    [InlineData("OneDrive.Sdk.HealthChecks")]
    [InlineData("OneDrive.Sdk.Redis")]
    [InlineData("OneDrive.Sdk.Emulator")]
    public async Task PublicApi_IsTheReviewedOne(string assembly) =>
        await Verifier.Verify(PublicApiText.Of(Assembly.Load(assembly))).UseTextForParameters(assembly);

    [Fact]
    public async Task Of_WritesEveryKindOfTypeAndMember() =>
        await Verifier.Verify(PublicApiText.Of([typeof(ApiSamples), .. typeof(ApiSamples).GetNestedTypes()]));
}
